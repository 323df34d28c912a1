# Gradient descent, BFGS and Newton in Rosenbrock's valley.
set table data."/paths.contour"
set contour base
unset surface
set view map
set isosamples 150
set cntrparam levels discrete 0.3, 1.5, 5, 15, 50, 150
splot [-1.5:1.4] [-0.4:1.5] 100 * (y - x**2)**2 + (1 - x)**2
unset table
unset contour
set surface

set terminal @small
set output out("paths")
set multiplot layout 1,3
set xrange [-1.5:1.4]
set yrange [-0.4:1.5]
set xtics 1
set ytics 0.5
set xlabel "{/:Italic x}"
set ylabel "{/:Italic y}"
set label 9 "+" at 1,1 center font ",16" front
set label 1 "gradient descent" at -0.05,1.36 center textcolor ls ink+gd front boxed
plot data."/paths.contour" using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/paths.dat" index 0 every ::0::60 using 1:2 with linespoints ls gd lw 0.9 ps 0.3
set ylabel ""
set label 1 "BFGS" at -0.05,1.36 center textcolor ls ink+bfgs front boxed
plot data."/paths.contour" using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/paths.dat" index 1 using 1:2 with linespoints ls bfgs dt 1 lw 0.9 ps 0.4
set label 1 "Newton" at -0.05,1.36 center textcolor ls ink+newton front boxed
plot data."/paths.contour" using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/paths.dat" index 2 using 1:2 with linespoints ls newton lw 0.9 ps 0.4
unset multiplot
unset label
