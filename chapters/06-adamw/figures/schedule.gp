# The schedule must multiply the decay, too.
set terminal @small
set output out("schedule")
set multiplot layout 1,2
set xlabel "step"
set ylabel "multiplier {/:Italic s}"
set xrange [0:820]
set yrange [0:1.08]
set ytics 0,0.5
set xtics 0,400
set label 1 "warm-up" at 70,0.35 left
set label 2 "cosine" at 500,0.7 left
plot data."/multiplier.dat" using 1:2 with lines lc rgb black lw 2
unset label
set xlabel "epoch"
set ylabel "training cost"
set xrange [0:20]
set xtics 0,5
set logscale y
set yrange [0.02:4]
set ytics ("0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set label 1 "decay steady" at 6.5,0.2 left textcolor rgb brown
set label 2 "decay scheduled" at 9.5,0.026 left textcolor ls ink+adamw
plot data."/costs.dat" using 1:21:22 with filledcurves lc rgb "#E4D9CC", \
     "" using 1:15:16 with filledcurves lc rgb "#F6DCC8", \
     "" using 1:20 with lines lc rgb brown lw 2 dt (3,2), \
     "" using 1:14 with lines ls adamw
unset multiplot
unset label
unset logscale
