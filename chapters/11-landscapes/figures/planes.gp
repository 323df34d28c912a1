# The plane through three points of a run, and a random one.
do for [name in "through around"] {
    set table data."/".name.".contour"
    set contour base
    unset surface
    set view map
    set cntrparam levels discrete 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 4, 8
    splot data."/".name.".dat" using 1:2:3
    unset table
    unset contour
    set surface
}
set terminal @small
set output out("planes")
set multiplot layout 1,2 margins 0.07,0.985,0.2,0.95 spacing 0.09,0
set xlabel "{/:Italic a}" offset 0,0.5
set ylabel "{/:Italic b}" offset 1,0
set xtics 2
set ytics 2
set xrange [-2.5:9]
set yrange [-4:6]
set label 1 "start" at 7.3,-0.7 center
set label 2 "end" at -0.2,-0.75 center
plot data."/through.contour" using 1:2 with lines lc rgb "#aaaaaa" lw 0.7, \
     data."/run.dat" using 1:2 with lines lc rgb blue lw 2
unset label
set xtics 0.5
set ytics 0.5
set xrange [-1:1]
set yrange [-1:1]
plot data."/around.contour" using 1:2 with lines lc rgb "#aaaaaa" lw 0.7, \
     "-" using 1:2 with points lc rgb blue pt 7 ps 0.6
0 0
e
unset multiplot
