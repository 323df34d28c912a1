# Three methods in one valley.
load "chapters/02-momentum/figures/shared.gp"
set terminal @tall
set output out("paths")
set multiplot layout 3,1
set xrange [-12:4]
set yrange [-3.2:3.2]
set xtics 4
set ytics 2
set ylabel "across, {/:Italic y}"
set xlabel " "
set label 1 "gradient descent" at 3.8,-2.4 right textcolor ls ink+gd front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/paths.dat" index 0 using 2:3 with linespoints ls gd lw 1.0 pt 7 ps 0.35
set label 1 "heavy ball" at 3.8,-2.4 right textcolor ls ink+heavy_ball front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/paths.dat" index 1 using 2:3 with linespoints ls heavy_ball lw 1.4 pt 5 ps 0.35
set label 1 "Nesterov" at 3.8,-2.4 right textcolor ls ink+nesterov front boxed
set xlabel "along the floor, {/:Italic x}"
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/paths.dat" index 2 using 2:3 with linespoints ls nesterov lw 1.4 dt 1 pt 9 ps 0.45
unset multiplot
