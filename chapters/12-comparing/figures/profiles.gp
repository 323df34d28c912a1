# Profiles of the contest, and scores over τ_max.
set terminal @normal
set output out("profiles")
set multiplot layout 1,2 margins 0.15,0.86,0.16,0.96 spacing 0.12,0
set xrange [1:6]
set yrange [0:1]
set xtics 1
set ytics 0.25
set xlabel "{/:Italic τ}" offset 0,0.3
set ylabel "share of workloads" offset 1,0
plot data."/profiles.dat" using 1:8 with steps ls adagrad, \
     "" using 1:10 with steps ls rmsprop, \
     "" using 1:2 with steps ls sgd, \
     "" using 1:14 with steps ls adamw, \
     "" using 1:18 with steps ls muon
set xlabel "{/:Italic τ}_{max}" offset 0,0.3
set ylabel "score" offset 1,0
last(c) = real(word(system("tail -n 1 ".data."/profiles.dat"), c))
set label 1 "SGD" at 6.1,last(3)+0.035 left textcolor ls ink+sgd
set label 2 "Nesterov" at 6.1,last(7)-0.02 left textcolor ls ink+nesterov
set label 3 "AdaGrad" at 6.1,last(9)-0.035 left textcolor ls ink+adagrad
set label 4 "RMSProp" at 6.1,last(11)+0.02 left textcolor ls ink+rmsprop
set label 5 "AdamW" at 6.1,last(15) left textcolor ls ink+adamw
set label 6 "Muon" at 6.1,last(19)+0.055 left textcolor ls ink+muon
set label 7 "heavy ball" at 6.1,last(5)-0.085 left textcolor ls ink+heavy_ball
set label 8 "Adam" at 6.1,last(13)-0.045 left textcolor ls ink+adam
set label 9 "Lion" at 6.1,last(17) left textcolor ls ink+lion
plot data."/profiles.dat" using 1:3 with lines ls sgd, \
     "" using 1:5 with linespoints ls heavy_ball pointinterval 100, \
     "" using 1:7 with linespoints ls nesterov pointinterval 100, \
     "" using 1:9 with lines ls adagrad, \
     "" using 1:11 with lines ls rmsprop, \
     "" using 1:13 with linespoints ls adam pointinterval 100, \
     "" using 1:15 with linespoints ls adamw pointinterval 100, \
     "" using 1:17 with lines ls lion, \
     "" using 1:19 with linespoints ls muon pointinterval 100
unset multiplot
