# What is uncertain in Adam's first steps, and what a warm-up does about it.
load "chapters/08-schedules/figures/shared.gp"
set terminal @small
set output out("warmup")
set multiplot layout 1,2 margins 0.1,0.98,0.2,0.9 spacing 0.13,0
set logscale xy
set xrange [0.9:1100]
set yrange [0.03:2]
set xtics (1, 10, 100, 1000)
set ytics ("0.05" 0.05, "0.1" 0.1, "0.2" 0.2, "0.5" 0.5, "1" 1, "2" 2)
set xlabel "step {/:Italic t}" offset 0,0.3
set label 1 "size of a step / {/:Italic η}" at 20,0.36 left textcolor ls ink+adam
set label 2 "deviation of the divisor's square" at 1.1,0.037 left textcolor ls ink+82
plot data."/warmup-spread.dat" using 1:3 with lines ls reference, \
     "" using 1:5 with lines ls reference, \
     "" using 1:2 with points lc rgb red pt 7 ps 0.5, \
     "" using 1:4 with points lc rgb blue pt 5 ps 0.5
unset label
unset logscale
set xrange [0:300]
set yrange [0:0.06]
set xtics 0,100
set ytics 0,0.02
set xlabel "step {/:Italic t}" offset 0,0.3
set ylabel "training cost" offset 1,0
set label 1 "at once" at 22,0.0515 left textcolor ls ink+81
set label 2 "averages filled first" at 48,0.044 left textcolor ls ink+83
set label 3 "warm-up" at 175,0.029 left textcolor ls ink+82
plot data."/warmup-costs.dat" using 1:2 with lines ls constant, \
     "" using 1:3 with lines ls stable, \
     "" using 1:4 with lines ls cosine
unset multiplot
unset label
unset ylabel
