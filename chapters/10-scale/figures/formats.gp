# The relative error of 16 bits.
load "chapters/10-scale/figures/shared.gp"
set terminal @small
set output out("formats")
set logscale xy
set xrange [1e-10:1e8]
set yrange [1e-4:2]
set xtics ("10^{-10}" 1e-10, "10^{-8}" 1e-8, "10^{-6}" 1e-6, "10^{-4}" 1e-4, "0.01" 0.01, "1" 1, \
           "100" 100, "10^4" 1e4, "10^6" 1e6, "10^8" 1e8)
set ytics ("0.0001" 1e-4, "0.001" 1e-3, "0.01" 1e-2, "0.1" 0.1, "1" 1)
set xlabel "size of the number"
set ylabel "mean relative error"
set label 1 "fp16" at 1e-2,3.6e-4 left textcolor ls ink+93
set label 2 "bf16" at 1e-2,3e-3 left textcolor ls ink+92
set label 3 "infinite" at 1.2e5,2e-4 left textcolor ls ink+93
plot data."/formats.dat" using 1:2 with lines ls fp16, "" using 1:3 with lines ls bf16
unset label
unset logscale
