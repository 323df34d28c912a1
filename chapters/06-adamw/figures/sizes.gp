# How the weights grow.
set terminal @small
set output out("sizes")
set xlabel "step"
set ylabel "size of the weights"
set xrange [0:820]
set yrange [0.1:0.3]
set xtics 0,200
set ytics 0.1,0.1
set rmargin 19
set label 1 "Adam, no decay" at graph 1.02, first 0.257 left textcolor ls ink+adam
set label 2 "AdamW" at graph 1.02, first 0.166 left textcolor ls ink+adamw
set label 3 "penalty in Adam" at graph 1.02, first 0.140 left textcolor ls ink+adam_l2
plot data."/sizes.dat" using 1:3:4 with filledcurves lc rgb "#CFE3F1", \
     "" using 1:9:10 with filledcurves lc rgb "#F6DCC8", \
     "" using 1:6:7 with filledcurves lc rgb "#CFE3F1", \
     "" using 1:2 with lines ls adam, \
     "" using 1:5 with lines ls adam_l2, \
     "" using 1:8 with lines ls adamw
unset label
unset rmargin
