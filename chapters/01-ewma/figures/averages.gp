# SMA and EWMA of one span on the noisy series.
set terminal @small
set output out("averages")
set rmargin 3
set xlabel "sample {/:Italic t}"
set ylabel "value"
set xrange [0:400]
set xtics 0,50
set yrange [-0.5:3.2]
set ytics 1
set label 1 "EWMA, {/:Italic λ} = 0.95" at 222,0.95 left textcolor ls ink+ewma front boxed
set label 2 "SMA, window of 39" at 232,2.3 left textcolor ls ink+sma front boxed
set label 3 "level" at 196,1.95 right textcolor ls ink+reference front boxed
plot data."/series.dat" using 1:3 with points ls data_points, \
     "" using 1:2 with lines ls reference, \
     "" using 1:6 with lines ls sma, \
     "" using 1:7 with lines ls ewma
