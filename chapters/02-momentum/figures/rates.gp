# How fast, at one curvature and against κ.
set terminal @small
set output out("rates")
set multiplot layout 1,2
set xrange [0:4.4]
set xtics 1
set yrange [0:1.25]
set ytics 0.5
set xlabel "{/:Italic ηh}"
set ylabel "spectral radius"
set label 1 "{/:Italic β} = 0" at 1.36,0.28 left textcolor ls ink+gd
set label 2 "{/:Italic β} = 0.5" at 2.1,0.6 left textcolor rgb brown
set label 3 "{/:Italic β} = 0.9" at 3.1,0.88 left textcolor ls ink+heavy_ball
set label 4 "diverges" at 0.5,1.1 left textcolor ls ink+reference
plot 1 with lines ls reference, \
     data."/radius.dat" index 0 with lines ls gd, \
     "" index 1 with lines lc rgb brown lw 1.8 dt (9,3), \
     "" index 2 with lines ls heavy_ball, \
     data."/radius-measured.dat" index 0 with points ls gd, \
     "" index 1 with points lc rgb brown pt 8 ps 0.5, \
     "" index 2 with points ls heavy_ball
unset label
set logscale xy
set xrange [2.5:20000]
set yrange [1:30000]
set xtics (10, 100, 1000, "10^4" 10000)
set ytics (1, 10, 100, 1000, "10^4" 10000)
set xlabel "condition number {/:Italic κ}"
set ylabel "steps for a decimal digit"
set label 1 "gradient descent" at 420,1900 right textcolor ls ink+gd
set label 2 "Nesterov" at 20000,520 right textcolor ls ink+nesterov
set label 3 "heavy ball" at 500,16 left textcolor ls ink+heavy_ball
plot log(10) / log((x + 1) / (x - 1)) with lines ls gd, \
     log(10) / log((sqrt(x) + 1) / (sqrt(x) - 1)) with lines ls heavy_ball, \
     -log(10) / log(1 - 1 / sqrt(x)) with lines ls nesterov, \
     data."/rate-kappa.dat" using 1:2 with points ls gd, \
     "" using 1:3 with points ls heavy_ball, \
     "" using 1:4 with points ls nesterov
unset multiplot
