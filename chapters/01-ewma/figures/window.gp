# A short window is noisy, a long one is late.
set terminal @small
set output out("window")
set xlabel "sample {/:Italic t}"
set ylabel "value"
set xrange [0:400]
set yrange [-0.5:3.2]
set ytics 1
set rmargin 3
set label 1 "window of 10" at 214,2.5 left textcolor rgb brown front boxed
set label 2 "window of 80" at 213,0.9 left textcolor ls ink+sma front boxed
set label 3 "level" at 196,1.95 right textcolor ls ink+reference front boxed
plot data."/series.dat" using 1:3 with points ls data_points, \
     "" using 1:4 with lines lc rgb brown lw 1.0 dt 1, \
     "" using 1:5 with lines ls sma lw 2.2, \
     "" using 1:2 with lines ls reference lw 1.2
