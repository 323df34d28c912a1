# The error of the estimates, and what can be seen of the gradient.
set terminal @small
set output out("variance")
inward = medium eq "svg" ? 3 : 0
set multiplot layout 1,2 margins 0.14,0.93,0.2,0.9 spacing 0.2,0
set logscale y
set format y "10^{%T}"
set xlabel "passes" offset 0,0.3
set xrange [0:30]
set yrange [1e-16:10]
set ytics 1e-16,1e4,1
set ylabel "mean squared error" offset inward / 2.0,0
set title "estimate of the gradient" offset 0,-0.6
set label 1 "SGD" at graph 1.01,first 1 left textcolor ls ink+sgd
plot data."/variance.dat" using 1:2 with lines ls sgd, "" using 1:3 with lines ls sag, \
     "" using 1:4 with lines ls saga, "" using 1:5 with lines ls svrg
set yrange [1e-10:10]
set ytics 1e-12,1e2,1
set ylabel "norm" offset inward / 2.0,0
set title "averaged (lines) and true (points)" offset 0,-0.6
plot data."/stopping.dat" using 1:3 with lines ls sag, "" using 1:2 with points ls sag ps 0.4, \
     "" using 1:5 with lines ls sgd, "" using 1:4 with points ls sgd pt 6 ps 0.4
unset multiplot
