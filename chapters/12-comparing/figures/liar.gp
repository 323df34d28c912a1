# Two methods: the seed that lies, and all seeds.
set terminal @small
set output out("liar")
set multiplot layout 1,2 margins 0.12,0.985,0.2,0.95 spacing 0.12,0
set xrange [0:120]
set logscale y
set yrange [0.18:2.6]
set xtics 40
set ytics (0.2, 0.5, 1, 2)
set xlabel "step" offset 0,0.3
set ylabel "cost" offset 1,0
set arrow 1 from 0,0.3 to 120,0.3 nohead ls reference
set label 1 "target" at 119,0.33 right
set label 2 "RMSProp" at 24,0.95 left textcolor ls ink+rmsprop
set label 3 "AdaGrad" at 56,0.24 right textcolor ls ink+adagrad
plot data."/liar.dat" using 1:2 with linespoints ls rmsprop, \
     "" using 1:3 with linespoints ls adagrad
unset label
unset arrow
unset logscale
set xrange [20:110]
set yrange [20:110]
set xtics 30
set ytics 30
set xlabel "steps of RMSProp" offset 0,0.3
set ylabel "steps of AdaGrad" offset 0.5,0
set label 1 "RMSProp is quicker" at 24,103 left
set label 2 "AdaGrad is quicker" at 107,26 right
plot x with lines ls reference, \
     data."/pairs.dat" using 1:2 with points lc rgb blue pt 6 ps 0.6
unset multiplot
