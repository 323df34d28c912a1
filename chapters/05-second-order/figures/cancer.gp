# Logistic regression by steps and by passes over the samples.
set terminal @small
set output out("cancer")
set multiplot layout 1,2
set logscale xy
set format y "10^{%T}"
set yrange [1e-10:1]
set ytics 1e-10,100
set xrange [1:500]
set xlabel "steps"
set ylabel "{/:Italic f} − {/:Italic f}^*"
set label 1 "gradient descent" at 480,2e-2 right textcolor ls ink+gd
set label 2 "BFGS" at 165,3e-6 left textcolor ls ink+bfgs
set label 3 "L-BFGS" at 36,1e-9 right textcolor ls ink+lbfgs
set label 4 "Newton" at 6,1e-7 right textcolor ls ink+newton
plot data."/cancer.dat" index 0 using 1:3 with lines ls gd, \
     "" index 1 using 1:3 with lines ls bfgs, \
     "" index 2 using 1:3 with lines ls lbfgs, \
     "" index 3 using 1:3 with linespoints ls newton, \
     "" index 4 using 1:3 with linespoints ls newton_cg
set xlabel "passes over the samples"
set ylabel ""
unset label
set label 1 "Newton-CG" at 1.3,1e-8 left textcolor ls ink+newton_cg
set arrow 1 from 14,1e-8 to 47,1e-8 size graph 0.02,25 lw 0.7
plot data."/cancer.dat" index 0 using 2:3 with lines ls gd, \
     "" index 1 using 2:3 with lines ls bfgs, \
     "" index 2 using 2:3 with lines ls lbfgs, \
     "" index 3 using 2:3 with linespoints ls newton, \
     "" index 4 using 2:3 with linespoints ls newton_cg
unset multiplot
unset arrow
unset label
unset logscale
set format
