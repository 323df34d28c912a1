# What the velocity makes of gradients that agree, and of gradients that alternate.
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
set output out("gains")
set xrange [0:60]
set xtics 10
set yrange [-1.5:11.8]
set ytics 0,2
set xlabel "step {/:Italic t}"
set ylabel "velocity {/:Italic v_t}"
set label 1 "{/:Italic g_t} = 1 at every step" at 20,7.9 left textcolor ls ink+heavy_ball
set label 2 "{/:Italic g_t} = 1, −1, 1, −1, …" at 24,2.2 left textcolor rgb purple
set label 3 "1 / (1 − {/:Italic β})" at 1.5,10.9 left textcolor ls ink+reference
plot 10 with lines ls reference, 0 with lines ls 99, \
     data."/gains.dat" using 1:2 with linespoints ls heavy_ball pt 5 ps 0.3, \
     "" using 1:3 with linespoints lc rgb purple lw 0.8 pt 7 ps 0.3
