# Steps that are too long: on a parabola, and on functions that have no L.
set terminal @small
set output out("steps")
set multiplot layout 1,2
set logscale y
set format y "10^{%T}"
set xlabel "step {/:Italic k}"
set ylabel "|{/:Italic x}|"
set xrange [0:30]
set xtics 10
set yrange [0.02:30]
set rmargin 7
set label 1 "2.1" at 30.8,17 left textcolor rgb dark(red)
set label 2 "2" at 30.8,1 left textcolor rgb dark(orange)
set label 3 "1.9" at 30.8,0.042 left textcolor rgb dark(blue)
set label 4 "{/:Italic x}^2/2" at 2,14 left
plot data."/steps.dat" index 2 using 1:2 with linespoints lc rgb red lw 1.8 dt (3,2) pt 9 ps 0.4, \
     "" index 1 using 1:2 with linespoints lc rgb orange lw 1.8 dt (9,3) pt 4 ps 0.4, \
     "" index 0 using 1:2 with linespoints lc rgb blue lw 1.8 pt 7 ps 0.4
unset label
set ylabel ""
set yrange [1e-3:30]
set label 1 "0.51" at 4.8,14 left textcolor rgb dark(red)
set label 2 "0.4" at 30.8,0.1 left textcolor rgb dark(blue)
set label 3 "searched" at 15,0.045 left textcolor ls ink+gd
set label 4 "{/:Italic x}^4" at 22,14 left
plot data."/steps.dat" index 4 using 1:2 with linespoints lc rgb red lw 1.8 dt (3,2) pt 9 ps 0.4, \
     "" index 3 using 1:2 with linespoints lc rgb blue lw 1.8 pt 7 ps 0.4, \
     "" index 5 using 1:2 with linespoints ls gd
unset multiplot
