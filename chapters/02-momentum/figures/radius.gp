# The heavy ball at one curvature.
set terminal @small
set output out("radius")
set xrange [0:4.4]
set xtics 1
set yrange [0:1.25]
set ytics 0.5
set xlabel "{/:Italic ηh}"
set ylabel "spectral radius"
set label 1 "{/:Italic β} = 0" at 1.36,0.28 left textcolor ls ink+gd
set label 2 "{/:Italic β} = 0.5" at 2.1,0.6 left textcolor rgb brown
set label 3 "{/:Italic β} = 0.9" at 3.25,0.86 left textcolor ls ink+heavy_ball
set label 4 "diverges" at 0.05,1.06 left textcolor ls ink+reference
plot 1 with lines ls reference, \
     data."/radius.dat" index 0 with lines ls gd, \
     "" index 1 with lines lc rgb brown lw 1.8 dt (9,3), \
     "" index 2 with lines ls heavy_ball, \
     data."/radius-measured.dat" index 0 with points ls gd, \
     "" index 1 with points lc rgb brown pt 8 ps 0.5, \
     "" index 2 with points ls heavy_ball
