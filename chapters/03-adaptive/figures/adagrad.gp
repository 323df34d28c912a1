# Level curves of a function of x and y, as a table of their own.
levels(name) = sprintf("%s/%s.contour", data, name)

# AdaGrad's first ten steps on x² + 3y².
set view map
set isosamples 80
set table levels("adagrad")
set contour base
unset surface
set cntrparam levels discrete 0.25, 1, 2.5, 5, 9, 15
splot [-2.4:2.4] [-0.6:2.4] x**2 + 3 * y**2
unset table
unset contour
set surface

# Beside them, what AdaGrad and RMSProp divide by.
set terminal @small
set output out("adagrad")
set multiplot layout 1,2
set xrange [-2.4:2.4]
set yrange [-0.5:2.3]
set size ratio -1
set xtics 1
set ytics 1
set xlabel "{/:Italic x}"
set ylabel "{/:Italic y}" offset 1,0
set label 1 "from (2, 2)" at 1.5,2.12 right textcolor ls ink+adagrad front boxed
set label 2 "from (−2, 1)" at -1.8,1.2 left textcolor ls ink+adagrad front boxed
set label 9 "+" at 0,0 center font ",16" front
plot levels("adagrad") using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/adagrad.dat" using 2:3 with linespoints ls adagrad dt 1 lw 1.2 pt 7 ps 0.5, \
     "" using 4:5 with linespoints ls adagrad dt 1 lw 1.2 pt 7 ps 0.5
unset label
set size noratio
set logscale y
set xrange [0:1000]
set yrange [0.01:100]
set xtics 0,250
set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10, "100" 100)
set xlabel "step {/:Italic t}"
set ylabel "divisor" offset 0,0
set label 1 "AdaGrad, √{/:Italic s}" at 400,40 left textcolor ls ink+adagrad
set label 2 "RMSProp, √{/:Italic v}" at 420,1 left textcolor ls ink+rmsprop
set label 3 "|{/:Italic g}|" at 950,0.5 left textcolor rgb dark(grey) front
plot data."/accumulators.dat" using 1:2 with points ls data_points ps 0.12, \
     "" using 1:3 with lines ls adagrad, "" using 1:4 with lines ls rmsprop
unset multiplot
unset label
unset logscale
