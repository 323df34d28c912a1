# Equal steps and steps in proportion.
load "chapters/10-scale/figures/shared.gp"
set terminal @small
set output out("maps")
set logscale xy
set xrange [1e-7:1]
set yrange [1e-3:30]
set xtics ("10^{-7}" 1e-7, "10^{-6}" 1e-6, "10^{-5}" 1e-5, "10^{-4}" 1e-4, "0.001" 1e-3, "0.01" 1e-2, \
           "0.1" 0.1, "1" 1)
set ytics ("0.001" 1e-3, "0.01" 1e-2, "0.1" 0.1, "1" 1, "10" 10)
set xlabel "size of the number, as a share of the block's largest"
set ylabel "mean relative error"
set label 1 "equal steps" at 6e-4,10 left textcolor ls ink+93
set label 2 "dynamic map" at 3e-6,1.6 left textcolor ls ink+92
set label 3 "without signs" at 3e-4,0.0145 right textcolor ls ink+95
plot data."/maps.dat" using 1:2 with lines ls linear, "" using 1:3 with lines ls dynamic, \
     "" using 1:5 with lines ls adafactor
unset label
unset logscale
