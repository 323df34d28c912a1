# Gradients that fp16 loses.
load "chapters/10-scale/figures/shared.gp"
set terminal @small
set output out("scaling")
set multiplot layout 1,2 margins 0.125,0.985,0.2,0.94 spacing 0.12,0
set logscale x
set xrange [1e-9:2]
set yrange [0:0.05]
set xtics ("10^{-9}" 1e-9, "10^{-6}" 1e-6, "0.001" 1e-3, "1" 1)
set ytics 0,0.02
set xlabel "size of a gradient" offset 0,0.3
set ylabel "share of them" offset 1.5,0
set arrow 1 from 2.98e-8,0 to 2.98e-8,0.046 nohead ls fp16
set label 1 "0 in fp16" at 2.2e-8,0.0475 center textcolor ls ink+93
plot data."/scaling-sizes.dat" using 1:2 with histeps ls plain
unset arrow
unset label
set logscale y
set xrange [5e-8:2]
set yrange [0.02:4]
set xtics ("10^{-7}" 1e-7, "10^{-5}" 1e-5, "0.001" 1e-3, "1" 1)
set ytics ("0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set xlabel "factor of the cost" offset 0,0.3
set ylabel "training cost at the end" offset 1.5,0
set label 1 "fp16" at 8e-7,0.4 left textcolor ls ink+93
set label 2 "exact, bf16, fp16 with scaling" at 1,0.028 right
plot data."/scaling.dat" using 1:3 with linespoints ls fp16, \
     "" using 1:5 with points ls bf16 ps 0.9, \
     "" using 1:4 with points ls scaled, \
     "" using 1:2 with lines ls plain
unset multiplot
unset label
unset logscale
