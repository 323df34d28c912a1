# A deep network without and with skip connections.
do for [name in "plain skip"] {
    set table data."/".name.".contour"
    set contour base
    unset surface
    set view map
    set cntrparam levels discrete 0.1, 0.2, 0.5, 1, 2, 2.5, 4, 8, 16, 32
    splot data."/".name.".dat" using 1:2:3
    unset table
    unset contour
    set surface
}
set terminal @small
set output out("skip")
set multiplot layout 1,2 margins 0.08,0.985,0.2,0.88 spacing 0.1,0
set xlabel "{/:Italic a}" offset 0,0.5
set ylabel "{/:Italic b}" offset 1,0
set xtics 0.5
set ytics 0.5
set xrange [-1:1]
set yrange [-1:1]
set title "without skip connections" offset 0,-0.6
plot data."/plain.contour" using 1:2 with lines lc rgb red lw 0.9
set title "with them" offset 0,-0.6
plot data."/skip.contour" using 1:2 with lines lc rgb blue lw 0.9
unset multiplot
