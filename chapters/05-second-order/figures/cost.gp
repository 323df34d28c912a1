# Time of one step beside the gradient, against the number of parameters.
set terminal @small
set output out("cost")
set logscale xy
set format xy "10^{%T}"
set xlabel "parameters {/:Italic n}"
set ylabel "milliseconds a step"
set xrange [20:2e6]
set yrange [1e-3:300]
set label 1 "Newton" at 1500,90 right textcolor ls ink+newton
set label 2 "BFGS" at 4800,27 left textcolor ls ink+bfgs
set label 3 "L-BFGS, {/:Italic m} = 10" at 1.5e5,0.5 left textcolor ls ink+lbfgs
plot data."/cost.dat" using 1:2 with linespoints ls newton, \
     "" using 1:3 with linespoints ls bfgs, \
     "" using 1:4 with linespoints ls lbfgs dt 1
unset label
unset logscale
set format
