# How fast, against β and against κ.
set terminal @normal
set output out("rates")
set multiplot layout 1,2
set xrange [0:1]
set xtics 0.2
set yrange [0.895:1]
set ytics 0.02
set xlabel "momentum {/:Italic β}"
set ylabel "error's factor a step, {/:Italic ρ}"
set key at graph 0.74,0.34 vertical maxrows 2 noautotitle samplen 1.4
plot data."/rate-beta.dat" using 1:2 with lines ls heavy_ball, \
     "" using 1:3 with lines ls nesterov, \
     data."/rate-beta-measured.dat" using 1:2 with points ls heavy_ball, \
     "" using 1:3 with points ls nesterov, \
     NaN with linespoints ls heavy_ball title "heavy ball", \
     NaN with linespoints ls nesterov title "Nesterov"
unset key
set logscale xy
set xrange [2.5:20000]
set yrange [1:30000]
set xtics (10, 100, 1000, "10^4" 10000)
set ytics (1, 10, 100, 1000, "10^4" 10000)
set xlabel "condition number {/:Italic κ}"
set ylabel "steps for a decimal digit"
set label 1 "gradient descent" at 3.2,11000 left textcolor ls ink+gd
set label 2 "Nesterov" at 20000,520 right textcolor ls ink+nesterov
set label 3 "heavy ball" at 500,16 left textcolor ls ink+heavy_ball
plot log(10) / log((x + 1) / (x - 1)) with lines ls gd, \
     log(10) / log((sqrt(x) + 1) / (sqrt(x) - 1)) with lines ls heavy_ball, \
     -log(10) / log(1 - 1 / sqrt(x)) with lines ls nesterov, \
     data."/rate-kappa.dat" using 1:2 with points ls gd, \
     "" using 1:3 with points ls heavy_ball, \
     "" using 1:4 with points ls nesterov
unset multiplot
