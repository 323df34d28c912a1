# Level curves of a function of x and y, as a table of their own.
levels(name) = sprintf("%s/%s.contour", data, name)

# Gradient descent and RMSProp in a stretched valley.
set table levels("stretched")
set contour base
unset surface
set view map
set isosamples 80
set cntrparam levels discrete 0.02, 0.1, 0.3, 0.7, 1.3, 2.1
splot [-1.15:0.25] [-0.075:0.075] (x**2 + 1000 * y**2) / 2
unset table
unset contour
set surface

set terminal @small
set output out("stretched")
set multiplot layout 1,2
set xrange [-1.1:0.2]
set yrange [-0.072:0.072]
set xtics 0.5
set ytics 0.05
set xlabel "{/:Italic x}"
set ylabel "{/:Italic y}"
set label 1 "gradient descent" at -0.6,0.06 left textcolor ls ink+gd front boxed
set label 9 "+" at 0,0 center font ",16" front
plot levels("stretched") using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/stretched.dat" using 2:3 with linespoints ls gd lw 0.9 ps 0.3
set ylabel ""
set label 1 "RMSProp" at -0.6,0.06 left textcolor ls ink+rmsprop front boxed
plot levels("stretched") using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/stretched.dat" using 4:5 with linespoints ls rmsprop dt 1 lw 0.9 ps 0.3
unset multiplot
unset label
