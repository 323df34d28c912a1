# The weights of both averages, and their sums.
set terminal @small
set output out("weights")
set rmargin 3
set multiplot layout 1,2
set xrange [0:100]
set xtics 0,25,100
set xlabel "age {/:Italic k}"
set ylabel "weight of one sample"
set yrange [0:0.06]
set ytics 0,0.02
set label 1 "EWMA" at 6,0.045 left textcolor ls ink+ewma
set label 2 "SMA" at 42,0.0215 left textcolor ls ink+sma
plot data."/weights.dat" using 1:3 with steps ls sma, \
     "" using 1:2 with lines ls ewma
unset label
set xlabel "number of newest samples {/:Italic n}"
set ylabel "their weight together"
set yrange [0:1.05]
set ytics 0,0.25,1
set label 1 "EWMA" at 64,0.9 left textcolor ls ink+ewma
set label 2 "SMA" at 28,0.42 left textcolor ls ink+sma
plot data."/weights.dat" using 4:6 with lines ls sma, \
     "" using 4:5 with lines ls ewma
unset multiplot
