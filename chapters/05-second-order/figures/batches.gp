# L-BFGS on mini-batches and on all samples: one color, told apart by dashes.
set terminal @small
set output out("batches")
set logscale y
set format y "10^{%T}"
set xlabel "passes over the samples"
set ylabel "{/:Italic f} − {/:Italic f}^*"
set xrange [0:40]
set yrange [1e-9:1]
set ytics 1e-9,1000
set rmargin 20
set label 1 "y across batches" at 40.5,0.05 left textcolor ls ink+lbfgs
set label 2 "y within a batch" at 40.5,0.008 left textcolor ls ink+lbfgs
set label 3 "SGD" at 40.5,0.0014 left textcolor ls ink+sgd
set label 4 "all samples" at 40.5,1e-8 left textcolor ls ink+lbfgs
plot data."/batches.dat" index 0 using 1:2 with lines ls sgd, \
     "" index 1 using 1:2 with lines ls lbfgs lw 1.2 dt 1, \
     "" index 2 using 1:2 with lines ls lbfgs lw 1.6 dt (9,3), \
     "" index 3 using 1:2 with lines ls lbfgs
unset label
unset logscale
set format
unset rmargin
