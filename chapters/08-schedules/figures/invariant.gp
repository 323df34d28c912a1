# A fixed rate with decay, and a growing one without.
load "chapters/08-schedules/figures/shared.gp"
set terminal @small
set output out("invariant")
set multiplot layout 1,2 margins 0.125,0.98,0.2,0.95 spacing 0.13,0
set logscale y
set format y "10^{%T}"
set xrange [0:420]
set yrange [0.3:1e4]
set xtics 0,100
set xlabel "step {/:Italic t}" offset 0,0.3
set ylabel "learning rate"
set label 1 "growing, no decay" at 290,3000 right textcolor ls ink+82
set label 2 "fixed, decay" at 410,2 right textcolor ls ink+83
plot data."/invariant-rates.dat" using 1:2 with lines ls stable dt 1, \
     "" using 1:3 with lines ls cosine dt (9,3)
unset label
set format y
set xrange [0:10.3]
set yrange [0.1:4]
set xtics 0,2
set ytics ("0.1" 0.1, "0.2" 0.2, "0.5" 0.5, "1" 1, "2" 2)
set xlabel "epoch" offset 0,0.3
set ylabel "training cost" offset 1,0
set label 1 "both" at 5,0.45 left
plot data."/invariant-costs.dat" using 1:2 with lines ls stable dt 1, \
     "" using 1:3 with points ls cosine pt 6 ps 0.9
unset label
unset multiplot
unset logscale
unset ylabel
