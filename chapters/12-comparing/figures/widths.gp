# Three widths.
set terminal @small
set output out("widths")
set rmargin 24
set style line 91 lc rgb red    lw 2.2 dt (12,4) pt 5 ps 0.5
set style line 94 lc rgb orange lw 2.4 dt 1      pt 9 ps 0.7
set style line 95 lc rgb red    lw 1.6 dt (2,2)  pt 6 ps 0.6
set logscale x
set xrange [14:70]
set yrange [2.1:2.75]
set xtics (16, 32, 64)
set ytics 2.1,0.2
set xlabel "width"
set ylabel "cost in the end"
set label 1 "AdamW, 600 steps" at 72,2.23 left textcolor ls ink+adamw
set label 2 "best recipe, 300 steps" at 72,2.14 left textcolor ls ink+muon
set label 3 "without Muon, 300 steps" at 72,2.41 left textcolor ls ink+adamw
plot data."/widths.dat" using 1:2:3 with yerrorlines ls 91, \
     "" using 1:6:7 with yerrorlines ls 95, "" using 1:4:5 with yerrorlines ls 94
unset label
unset logscale
