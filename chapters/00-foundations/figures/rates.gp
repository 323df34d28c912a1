# Three rates of gradient descent, beside their bounds.
set terminal @normal
set output out("rates")
set multiplot layout 1,3
set format y "10^{%T}"
set logscale xy
set xlabel "step {/:Italic k}"
set xrange [1:1e4]
set xtics 10,100
set ytics 1e-30,100
set yrange [1e-6:3]
set title "convex" offset 0,-0.5
set label 1 "bound" at 60,0.03 left textcolor ls ink+reference
set label 2 "worst" at 1.3,0.012 left textcolor rgb dark(blue)
set label 3 "chain" at 30,4e-5 left textcolor ls ink+gd
plot data."/rates-convex.dat" using 1:3 with lines ls reference, \
     data."/rates-huber.dat" using 1:2 with points pt 7 ps 0.6 lc rgb blue, \
     data."/rates-convex.dat" using 1:2 with lines ls gd
unset label
unset logscale x
set xrange [0:600]
set xtics 300
set yrange [1e-9:30]
set title "strongly convex, PL"
set label 1 "bounds" at 330,0.6 left textcolor ls ink+reference
set label 2 "logistic" at 150,3e-7 left textcolor ls ink+gd
set label 3 "PL" at 55,3e-8 left textcolor rgb dark(red)
plot data."/rates-linear.dat" index 0 using 1:3 with lines ls reference, \
     "" index 1 using 1:3 with lines ls reference, \
     "" index 0 using 1:2 with lines ls gd, \
     "" index 1 using 1:2 with lines lc rgb red lw 1.8 dt (9,3)
unset label
set logscale x
set xrange [1:1e4]
set xtics 10,100
set yrange [1e-12:10]
set title "not convex"
set label 1 "bound" at 100,0.06 left textcolor ls ink+reference
set label 2 "least ‖∇{/:Italic f} ‖^2" at 1.5,1e-7 left textcolor ls ink+gd
plot data."/rates-any.dat" using 1:3 with lines ls reference, \
     "" using 1:2 with lines ls gd
unset multiplot
unset title
