# The costs of batches, smoothed, and the cost of all samples.
set terminal @small
set output out("noisy")
set xrange [0:250]
set yrange [0:3]
set xtics 50
set ytics 0.5
set xlabel "step" offset 0,0.3
set ylabel "cost" offset 1,0
set arrow 1 from 0,0.5 to 250,0.5 nohead ls reference
set label 1 "target" at 249,0.6 right
set label 2 "smoothed" at 52,1.5 left textcolor ls ink+corrected
set label 3 "all samples" at 60,0.42 right textcolor rgb dark(red)
plot data."/noisy.dat" index 0 using 1:2 with points ls data_points, \
     "" index 0 using 1:3 with lines ls corrected, \
     "" index 1 using 1:2 with lines lc rgb red lw 2
