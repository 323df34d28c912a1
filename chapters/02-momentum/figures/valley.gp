# Gradient descent in the valley with a small and a large learning rate; both axes have one
# scale, so that the valley is as narrow as it is.
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
set output out("valley")
set multiplot
set size ratio -1
set xrange [-12:3]
set yrange [-1.5:1.5]
set xtics 2
set ytics 1
set lmargin at screen 0.1
set rmargin at screen 0.99
set ylabel "across, {/:Italic y}"
do for [k = 0:1] {
    set tmargin at screen 0.99 - 0.405 * k
    set bmargin at screen 0.60 - 0.405 * k
    set format x (k == 1 ? "%g" : "")
    if (k == 1) { set xlabel "along the floor, {/:Italic x}" offset 0,0.4 }
    set label 1 (k == 0 ? "{/:Italic η} = 0.004" : "{/:Italic η} = 0.038") at 2.9,-1.15 right front boxed
    plot for [i=1:7] [0:2*pi] '+' using (level_x(2 * i, $1)):(level_y(2 * i, $1)) with lines ls 99, \
         "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
         data."/valley.dat" index k using 3:4 with linespoints ls gd lw 1.0 pt 7 ps 0.3
}
unset multiplot
