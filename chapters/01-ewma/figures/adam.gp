# The first steps of Adam.
set terminal @small
set output out("adam")
set rmargin 3
set logscale xy
set xrange [1:10000]
set yrange [0.05:50]
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
     "" using 1:5 with lines lc rgb "#777777" lw 2.4 dt (9,3), \
     "" using 1:3 with lines ls ewma
