# Gradient descent in the valley with a small and a large learning rate.
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
set output out("valley")
set multiplot layout 1,2
set xrange [-12:4]
set yrange [-2.7:2.7]
set xtics 4
set ytics 1
set xlabel "along the floor, {/:Italic x}"
set ylabel "across, {/:Italic y}"
set label 1 "{/:Italic η} = 0.004" at 3.6,-2.2 right front boxed
set label 2 "start" at -10.3,1.45 left front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/valley.dat" index 0 using 3:4 with linespoints ls gd lw 1.0 pt 7 ps 0.3
set label 1 "{/:Italic η} = 0.038" at 3.6,-2.2 right front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/valley.dat" index 1 using 3:4 with linespoints ls gd lw 1.0 pt 7 ps 0.3
unset multiplot
