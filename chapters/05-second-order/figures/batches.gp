# L-BFGS on mini-batches and on all samples.
set terminal @small
set output out("batches")
set logscale y
set format y "10^{%T}"
set xlabel "passes over the samples"
set ylabel "cost above the lowest"
set xrange [0:40]
set yrange [1e-9:1]
set ytics 1e-9,1000
set rmargin 20
set label 1 "y across batches" at 40.5,0.05 left textcolor ls ink+bfgs
set label 2 "y within a batch" at 40.5,0.008 left textcolor ls ink+newton
set label 3 "SGD" at 40.5,0.0014 left textcolor ls ink+sgd
set label 4 "all samples" at 40.5,1e-8 left textcolor ls ink+lbfgs
plot data."/batches.dat" index 0 using 1:2 with lines ls sgd, \
     "" index 1 using 1:2 with lines ls bfgs, \
     "" index 2 using 1:2 with lines ls newton, \
     "" index 3 using 1:2 with lines ls lbfgs
unset label
unset logscale
set format
unset rmargin
