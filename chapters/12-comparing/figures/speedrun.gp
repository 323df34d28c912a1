# Trick by trick.
set terminal @normal
set output out("speedrun")
set style line 91 lc rgb red    lw 2.2 dt (12,4)
set style line 92 lc rgb red    lw 1.4 dt (2,2)
set style line 93 lc rgb orange lw 1.6 dt (9,3,2,3)
set style line 94 lc rgb orange lw 2.2 dt 1 pt 9 ps 0.6
set style line 95 lc rgb red    lw 2.0 dt 1
set xrange [0:640]
set yrange [2.2:3.3]
set xtics 0,100
set ytics 2.2,0.2
set xlabel "step"
set ylabel "cost of the text that is set aside"
set arrow 1 from 0,2.383 to 610,2.383 nohead ls reference
set label 1 "AdamW" at 440,2.58 left textcolor ls ink+adamw
set label 2 "with the schedule" at 306,2.68 left textcolor ls ink+adamw
set label 3 "with Muon, too" at 306,2.345 left textcolor ls ink+muon
set label 4 "and clipping, start" at 306,2.275 left textcolor ls ink+muon
set label 5 "all but Muon" at 306,2.44 left textcolor ls ink+adamw
plot data."/speedrun.dat" using 1:2 with lines ls 91, "" using 1:3 with lines ls 92, \
     "" using 1:8 with lines ls 95, "" using 1:4 with lines ls 93, "" using 1:6 with linespoints ls 94
unset arrow
unset label
