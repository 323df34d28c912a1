# Ripples, and restarts.
set terminal @small
set output out("restart")
set xrange [0:1500]
set xtics 250
set logscale y
set yrange [1e-12:1]
set ytics 1e-12,1000,1
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}^*"
set label 1 "gradient descent" at 1480,3e-3 right textcolor ls ink+gd
set label 2 "growing momentum" at 1480,6e-6 right textcolor rgb purple
set label 3 "the same with restarts" at 830,5e-10 left offset 1,0 textcolor rgb blue
set label 4 "Nesterov" at 560,4e-9 left textcolor ls ink+nesterov front boxed
set label 5 "heavy ball" at 300,4e-11 right textcolor ls ink+heavy_ball
plot data."/restart.dat" using 1:2 with lines ls gd, \
     "" using 1:5 with lines lc rgb purple lw 1.6 dt (9,3,2,3), \
     "" using 1:3 with lines ls heavy_ball, \
     "" using 1:4 with lines ls nesterov, \
     "" using 1:6 with lines lc rgb blue lw 2.0
