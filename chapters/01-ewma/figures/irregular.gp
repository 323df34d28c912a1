# A silent sensor. An average keeps its value until the next sample comes.
set terminal @small
set output out("irregular")
set rmargin 3
set xlabel "time in seconds"
set ylabel "value"
set xrange [0:300]
set xtics 0,50
set yrange [-1.6:1.6]
set ytics 1
set label 1 "decay by sample" at 206,0.95 left textcolor ls ink+ewma
set label 2 "decay by time" at 206,-1.4 left textcolor ls ink+corrected
set label 3 "no samples" at 155,0.35 center textcolor rgb dark(grey)
plot data."/irregular.dat" using 1:3 with points ls data_points, \
     sin(x / 40) with lines ls reference, \
     "" using 1:4 with steps ls ewma, \
     "" using 1:5 with steps ls corrected
