# With and without a master copy.
load "chapters/10-scale/figures/shared.gp"
set terminal @small
set output out("master")
set logscale xy
set xrange [8e-6:0.013]
set yrange [0.003:4]
set xtics ("10^{-5}" 1e-5, "10^{-4}" 1e-4, "0.001" 1e-3, "0.01" 1e-2)
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set xlabel "learning rate"
set ylabel "training cost at the end"
set label 1 "bf16 alone" at 5e-4,1.7 left textcolor ls ink+92
set label 2 "fp16 alone" at 1.2e-5,1.35 left textcolor ls ink+94
set label 3 "exact, and bf16 with a master copy" at 1e-3,0.11 right
plot data."/master.dat" using 1:4 with linespoints ls bf16, \
     "" using 1:5 with linespoints ls scaled, \
     "" using 1:3 with points ls fp16 ps 0.8, \
     "" using 1:2 with lines ls plain
unset label
unset logscale
