# Points of a search, and what more trials are worth.
set terminal @small
set output out("tuning")
set multiplot
set tmargin at screen 0.9
set bmargin at screen 0.2
set xrange [0:1]
set yrange [0:1]
set xtics 1
set ytics 1
set border 15
set lmargin at screen 0.05
set rmargin at screen 0.28
set title "grid" offset 0,-0.7
plot data."/points.dat" using 1:2 with points lc rgb red pt 4 ps 0.5, \
     "" using 1:(0.02) with points lc rgb red pt 2 ps 0.4
unset ytics
set lmargin at screen 0.31
set rmargin at screen 0.54
set title "Halton"
plot data."/points.dat" using 3:4 with points lc rgb blue pt 7 ps 0.5, \
     "" using 3:(0.02) with points lc rgb blue pt 2 ps 0.4
unset title
set border 3
set lmargin at screen 0.645
set rmargin at screen 0.985
set logscale xy
set xrange [1:32]
set yrange [0.1:2]
set xtics out nomirror scale 0.6 (1, 2, 5, 10, 20)
set ytics out nomirror scale 0.6 (0.1, 0.2, 0.5, 1, 2)
set xlabel "trials" offset 0,0.3
set ylabel "cost of the best" offset 1.2,0
set label 1 "Lion" at 6,0.62 left textcolor ls ink+lion
set label 2 "SGD" at 16,0.26 left textcolor ls ink+sgd
set label 3 "AdaGrad" at 3.2,0.15 right textcolor ls ink+adagrad
set label 4 "AdamW" at 31,0.118 right textcolor ls ink+adamw
plot data."/budgets.dat" using 1:2 with lines ls adagrad, \
     "" using 1:3 with lines ls sgd, \
     "" using 1:4 with lines ls adamw, \
     "" using 1:5 with lines ls lion
unset multiplot
