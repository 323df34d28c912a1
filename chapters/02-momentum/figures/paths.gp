# Two methods in one valley, again with one scale for both axes.
load "chapters/02-momentum/figures/shared.gp"
set terminal @normal
set output out("paths")
set multiplot
set xrange [-12:3]
set xtics 2
set ytics 1
set lmargin at screen 0.1
set rmargin at screen 0.99
set size ratio -1
array name[2] = ["heavy ball", "Nesterov"]
array style[2] = [heavy_ball, nesterov]
array point[2] = [5, 9]
array top[2] = [0.99, 0.443]
array bottom[2] = [0.463, 0.15]
array reach[2] = [2.8, 1.5]
do for [k = 1:2] {
    set tmargin at screen top[k]
    set bmargin at screen bottom[k]
    set yrange [-reach[k]:reach[k]]
    set format x (k == 2 ? "%g" : "")
    set ylabel "across, {/:Italic y}"
    if (k == 2) { set xlabel "along the floor, {/:Italic x}" offset 0,0.4 }
    set label 1 name[k] at 2.9,-1.1 right textcolor ls (ink + style[k]) front boxed
    plot for [i=1:7] [0:2*pi] '+' using (level_x(2 * i, $1)):(level_y(2 * i, $1)) with lines ls 99, \
         "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
         data."/paths.dat" index k using 2:3 with linespoints ls style[k] lw 1.2 dt 1 pt point[k] ps 0.35
}
unset multiplot
