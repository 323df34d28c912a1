# Error after each step: linear, superlinear, quadratic.
set terminal @small
set output out("digits")
set logscale y
set format y "10^{%T}"
set xlabel "step"
set ylabel "distance to the minimum"
set xrange [0:25]
set yrange [1e-16:10]
set ytics 1e-16,1e4
set label 1 "gradient descent" at 17,2e-3 left textcolor ls ink+gd
set label 2 "BFGS" at 11.6,1e-10 left textcolor ls ink+bfgs
set label 3 "Newton" at 4.9,1e-10 right textcolor ls ink+newton
plot data."/digits.dat" index 0 using 1:2 with linespoints ls gd, \
     "" index 1 using 1:2 with linespoints ls bfgs, \
     "" index 2 using 1:2 with linespoints ls newton
unset label
unset logscale
set format
