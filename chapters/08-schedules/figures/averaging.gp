# Decaying and averaging.
load "chapters/08-schedules/figures/shared.gp"
set terminal @small
set output out("averaging")
set logscale y
set xrange [0:20.5]
set yrange [0.005:0.7]
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3)
set xlabel "epoch"
set ylabel "training cost"
set rmargin 16
set label 1 "parameters" at graph 1.01, first 0.0225 left textcolor ls ink+81
set label 2 "their average" at graph 1.01, first 0.0115 left textcolor ls ink+85
set label 3 "Schedule-Free" at graph 1.01, first 0.0078 left textcolor ls ink+86
set label 4 "runs that decay" at graph 1.01, first 0.0056 left textcolor ls ink+83
plot data."/averaging.dat" using 1:2 with lines ls constant, \
     "" using 1:3 with lines ls average, \
     "" using 1:4 with lines ls free, \
     data."/averaging-ends.dat" using 1:2 with points ls stable pt 5 ps 0.9
unset label
unset logscale
unset rmargin
