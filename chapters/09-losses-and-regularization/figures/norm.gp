# Batch and layer normalization as the batch shrinks.
set terminal @small
set output out("norm")
set logscale xy
set xrange [1.8:110]
set yrange [0.1:1]
set xtics ("2" 2, "4" 4, "8" 8, "16" 16, "32" 32, "64" 64)
set ytics ("0.1" 0.1, "0.2" 0.2, "0.4" 0.4, "0.8" 0.8)
set xlabel "batch size" offset 0,0.3
set ylabel "test cost"
set label 1 "batch" at 2.6,0.65 left textcolor rgb dark(red)
set label 2 "layer" at 20,0.125 left textcolor rgb dark(blue)
set label 3 "none" at 70,0.172 left
plot data."/norm.dat" using 1:2:3 with yerrorlines lc rgb black lw 1.4 pt 6 ps 0.6, \
     "" using 1:4:5 with yerrorlines lc rgb red lw 2.2 pt 5 ps 0.6, \
     "" using 1:6:7 with yerrorlines lc rgb blue lw 2 dt (9,3) pt 7 ps 0.6
