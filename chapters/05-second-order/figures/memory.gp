# Evaluations of L-BFGS over the test problems against its memory.
set terminal @small
set output out("memory")
set logscale xy
set xlabel "pairs {/:Italic m}"
set ylabel "evaluations in all"
set xrange [0.9:45]
set yrange [1000:20000]
set xtics (1, 2, 3, 4, 6, 8, 12, 17, 25, 40)
set label 1 "L-BFGS, all problems" at 6.5,9000 left textcolor ls ink+lbfgs
set label 2 "without two of them" at 1,3500 left textcolor ls ink+lbfgs
set label 3 "BFGS, all" at 1,2400 left textcolor ls ink+bfgs
set label 4 "BFGS, without two" at 1,1350 left textcolor ls ink+bfgs
plot data."/memory.dat" index 0 using 1:2 with linespoints ls lbfgs dt 1, \
     "" index 0 using 1:3 with linespoints ls lbfgs dt 3, \
     "" index 1 using 1:2 with lines ls bfgs dt 1, \
     "" index 1 using 1:3 with lines ls bfgs dt 3
unset label
unset logscale
