# figures.gp: draws the figures of chapter 1. See docs/style.gp for the names.

set terminal @small
# A short window is noisy, a long one is late.
set output out("window")
set xlabel "sample {/:Italic t}"
set ylabel "value"
set xrange [0:400]
set yrange [-0.5:3.2]
set ytics 1
set rmargin 3
set label 1 "window of 10" at 214,2.5 left textcolor rgb brown front boxed
set label 2 "window of 80" at 213,0.9 left textcolor ls ink+sma front boxed
set label 3 "truth" at 196,1.95 right textcolor ls ink+reference front boxed
plot data."/series.dat" using 1:3 with points ls data_points, \
     "" using 1:4 with lines lc rgb brown lw 1.0 dt 1, \
     "" using 1:5 with lines ls sma lw 2.2, \
     "" using 1:2 with lines ls reference lw 1.2
unset label

# The weights of both averages, and their sums.
set output out("weights")
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
unset label

# SMA and EWMA of one span on the noisy series.
set output out("averages")
set xlabel "sample {/:Italic t}"
set ylabel "value"
set xrange [0:400]
set xtics 0,50
set yrange [-0.5:3.2]
set ytics 1
set label 1 "EWMA, {/:Italic λ} = 0.95" at 222,0.95 left textcolor ls ink+ewma front boxed
set label 2 "SMA, window of 39" at 232,2.3 left textcolor ls ink+sma front boxed
set label 3 "truth" at 196,1.95 right textcolor ls ink+reference front boxed
plot data."/series.dat" using 1:3 with points ls data_points, \
     "" using 1:2 with lines ls reference, \
     "" using 1:6 with lines ls sma, \
     "" using 1:7 with lines ls ewma
unset label

# Digits lost by the plain formula.
set output out("digits")
set logscale xy
set format x "10^{%T}"
set format y "10^{%T}"
set xrange [1e-20:1]
set yrange [1e-17:1e2]
set xtics 1e-20,10000,1
set ytics 1e-16,10000,1
set xlabel "{/:Italic α} = 1 − {/:Italic λ}"
set ylabel "relative error"
set label 1 "1 − (1 − {/:Italic α})^{/:Italic n}, as it stands" at 1e-11,1e-2 left textcolor ls ink+ewma
set label 2 "Exercise 1.1" at 1e-11,3e-15 left textcolor ls ink+corrected
set label 3 "2^{−53} / {/:Italic α}" at 2e-14,3e-5 right textcolor ls ink+reference
plot (x > 2.0**-53 ? 2.0**-53 / x : 1) with lines ls reference, \
     data."/digits.dat" using 1:2 with points ls ewma, \
     "" using 1:($3 > 0 ? $3 : 1/0) with points ls corrected
unset label
unset logscale
set format

# The start-up dip and its repair.
set output out("start")
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
unset label

# The first steps of Adam.
set output out("adam")
set logscale xy
set xrange [1:10000]
set yrange [0.05:50]
set xtics auto
set ytics ("0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3, "10" 10, "30" 30)
set format x "%g"
set xlabel "step {/:Italic t}"
set ylabel "step size / {/:Italic η}"
set label 1 "only first moment corrected" at 4.6,24 left textcolor ls ink+corrected
set label 2 "neither corrected" at 1.1,1.9 left textcolor ls ink+ewma
set label 3 "both corrected" at 1.1,0.72 left textcolor ls ink+reference
set label 4 "only second moment corrected" at 3.5,0.2 left textcolor rgb "#555555"
plot 1 with lines ls reference lw 1.6, \
     data."/adam.dat" using 1:4 with lines ls corrected, \
     "" using 1:5 with lines lc rgb "#777777" lw 2.4, \
     "" using 1:3 with lines ls ewma
unset label
unset logscale
set format

# A silent sensor. An average keeps its value until the next sample comes.
set output out("irregular")
set xlabel "time in seconds"
set ylabel "value"
set xrange [0:300]
set xtics 0,50
set yrange [-1.6:1.6]
set ytics 1
set label 1 "decay by sample" at 206,0.95 left textcolor ls ink+ewma
set label 2 "decay by time" at 206,-1.4 left textcolor ls ink+corrected
set label 3 "no samples" at 155,0.35 center textcolor rgb dark(grey)
plot data."/irregular.dat" using 1:3 with points ls data_points, \
     sin(x / 40) with lines ls reference, \
     "" using 1:4 with steps ls ewma, \
     "" using 1:5 with steps ls corrected
