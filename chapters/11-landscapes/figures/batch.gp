# Sharpness at equal cost against the size of a batch.
set terminal @small
set output out("batch")
set logscale xy
set xrange [6:170]
set yrange [5:50]
set xtics (8, 32, 128)
set ytics (5, 10, 20, 40)
set xlabel "samples in a batch" offset 0,0.3
set ylabel "sharpness" offset 0.5,0
set label 1 "{/:Italic η} = 0.025" at 12,20 right textcolor rgb dark(blue)
set label 2 "0.05" at 20,9 left textcolor rgb dark(red)
plot data."/batch.dat" index 0 using 1:2:3 with yerrorlines lc rgb blue lw 1.6 pt 7 ps 0.7, \
     "" index 1 using 1:2:3 with yerrorlines lc rgb red lw 1.6 pt 4 ps 0.7 dt (9,3)
