# The start-up dip and its repair.
set terminal @small
set output out("start")
set rmargin 3
set xlabel "sample {/:Italic t}"
set ylabel "value"
set xrange [0:300]
set xtics 0,50
set yrange [0:2]
set ytics 0,0.5
set label 1 "start at zero" at 40,0.3 left textcolor ls ink+ewma front boxed
set label 2 "start at the first sample" at 60,1.28 left textcolor rgb purple front boxed
set label 3 "corrected" at 44,0.8 left textcolor ls ink+corrected front boxed
plot data."/start.dat" using 1:2 with points ls data_points, \
     1 with lines ls reference, \
     "" using 1:4 with lines lc rgb purple lw 1.6 dt (9,3,2,3), \
     "" using 1:3 with lines ls ewma, \
     "" using 1:5 with lines ls corrected
