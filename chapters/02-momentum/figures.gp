# figures.gp: draws the figures of chapter 2. See docs/style.gp for the names.

set style line 99 lc rgb "#BBBBBB" lw 0.7 dt 1
level_x(r, t) = r * cos(t)
level_y(r, t) = r * sin(t) / sqrt(50)

# A fact of the chapter, as a number.
fact(key) = real(system("sed -n 's/^".key."\t//p' ".data."/facts.tsv"))
noise_1 = fact("noise-1")
floor_1 = fact("floor-theory-1")
floor_32 = floor_1 / 32

# Gradient descent in the valley with a small and a large learning rate.
set terminal @small
set output out("valley")
set multiplot layout 1,2
set xrange [-12:4]
set yrange [-2.7:2.7]
set xtics 4
set ytics 1
set xlabel "along the floor, {/:Italic x}"
set ylabel "across, {/:Italic y}"
set label 1 "{/:Italic η} = 0.004" at 3.6,-2.2 right front boxed
set label 2 "start" at -10.3,1.45 left front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/valley.dat" index 0 using 3:4 with linespoints ls gd lw 1.0 pt 7 ps 0.3
set label 1 "{/:Italic η} = 0.038" at 3.6,-2.2 right front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/valley.dat" index 1 using 3:4 with linespoints ls gd lw 1.0 pt 7 ps 0.3
unset multiplot
unset label

# Gradient descent on x².
set output out("parabola")
set xrange [0:12]
set xtics 2
set yrange [-2:2]
set ytics 1
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic x_t}"
set rmargin 22
set label 1 "{/:Italic η} = 1.05: diverges" at 12.3,1.72 left
set label 2 "{/:Italic η} = 1: bounces forever" at 12.3,1.0 left textcolor rgb purple
set label 3 "{/:Italic η} = 0.1: creeps" at 12.3,0.42 left textcolor rgb blue
set label 4 "{/:Italic η} = 0.5: one step" at 12.3,-0.06 left textcolor rgb dark(green)
set label 5 "{/:Italic η} = 0.9: oscillates" at 12.3,-0.54 left textcolor rgb dark(red)
plot 0 with lines ls 99, \
     data."/parabola.dat" index 4 using 2:3 with linespoints lc rgb black lw 1 dt (6,3) pt 7 ps 0.35, \
     "" index 3 using 2:3 with linespoints lc rgb purple lw 1 dt (2,2) pt 5 ps 0.35, \
     "" index 2 using 2:3 with linespoints lc rgb red lw 1.4 dt 1 pt 6 ps 0.5, \
     "" index 0 using 2:3 with linespoints lc rgb blue lw 1.6 dt 1 pt 9 ps 0.5, \
     "" index 1 using 2:3 with linespoints lc rgb green lw 1.8 dt (9,3) pt 13 ps 0.5
unset label
unset rmargin

# The noise of a batch gradient, and the floor that it makes.
set terminal @normal
set output out("noise")
set multiplot layout 1,2
set logscale xy
set xrange [0.8:700]
set yrange [0.02:4]
set xtics (1, 8, 64, 512)
set ytics (0.03, 0.1, 0.3, 1, 3)
set xlabel "samples in the batch {/:Italic b}"
set ylabel "distance from the gradient"
set label 1 "theory" at 8,1.15 left textcolor ls ink+reference
set label 2 "measured" at 16,0.3 right textcolor ls ink+sgd
plot noise_1 / sqrt(x) * (x < 569 ? sqrt((569 - x) / 568) : 0) with lines ls reference, \
     data."/batch-noise.dat" using 1:2 with points ls sgd pt 7 ps 0.6
unset label
unset logscale x
set xrange [0:2500]
set yrange [1e-6:1]
set xtics 0,1000
set ytics 1e-6,10,1
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}_{min}"
# From one sample to all, from grey (SGD) to black (gradient descent).
set label 1 "{/:Italic b} = 1" at 1900,0.035 right textcolor ls ink+sgd
set label 2 "{/:Italic b} = 8" at 1900,0.0038 right textcolor rgb "#5C5C5C" front boxed
set label 3 "{/:Italic b} = 64" at 1900,0.00042 right textcolor rgb "#383838" front boxed
set label 4 "all 569" at 1230,7e-6 left textcolor ls ink+gd
plot floor_1 with lines ls reference, floor_1 / 8 with lines ls reference, \
     floor_1 / 64 with lines ls reference, \
     data."/floor.dat" using 1:2 with lines ls sgd lw 1.2, \
     "" using 1:3 with lines lc rgb "#5C5C5C" lw 1.2, \
     "" using 1:4 with lines lc rgb "#383838" lw 1.2, \
     "" using 1:5 with lines ls gd
unset multiplot
unset label
unset logscale
set format

# What the velocity makes of gradients that agree, and of gradients that alternate.
set terminal @small
set output out("gains")
set xrange [0:60]
set xtics 10
set yrange [-1.5:11.8]
set ytics 0,2
set xlabel "step {/:Italic t}"
set ylabel "velocity {/:Italic v_t}"
set label 1 "{/:Italic g_t} = 1 at every step" at 20,7.9 left textcolor ls ink+heavy_ball
set label 2 "{/:Italic g_t} = 1, −1, 1, −1, …" at 24,2.2 left textcolor rgb purple
set label 3 "1 / (1 − {/:Italic β})" at 1.5,10.9 left textcolor ls ink+reference
plot 10 with lines ls reference, 0 with lines ls 99, \
     data."/gains.dat" using 1:2 with linespoints ls heavy_ball pt 5 ps 0.3, \
     "" using 1:3 with linespoints lc rgb purple lw 0.8 pt 7 ps 0.3
unset label

# The heavy ball is a spring in oil.
set output out("spring")
set xrange [0:200]
set xtics 50
set yrange [-0.9:1.15]
set ytics 0.5
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic x_t}"
set key at graph 1,1.05 right horizontal enhanced maxrows 1
plot 0 with lines ls 99, \
     for [k=0:2] data."/spring.dat" index k using 1:3 with lines ls reference lw 1.2 dt 1, \
     "" index 0 using 1:2 every 6 with points lc rgb brown pt 9 ps 0.6 title "{/:Italic β} = 0.5", \
     "" index 1 using 1:2 every 6 with points lc rgb red pt 6 ps 0.6 title "{/:Italic β} = 0.81", \
     "" index 2 using 1:2 every 3 with points ls heavy_ball pt 5 ps 0.35 title "{/:Italic β} = 0.98"
unset key

# A learning rate that drops, inside and outside the velocity.
set output out("forms")
set xrange [40:100]
set xtics 10
set yrange [0:0.115]
set ytics 0,0.02
set xlabel "step {/:Italic t}"
set ylabel "length of the step"
set label 1 "form (a)" at 66,0.07 left textcolor rgb blue
set label 2 "forms (b) and (c)" at 59.5,0.012 right textcolor ls ink+heavy_ball
set label 3 "{/:Italic η} drops to a tenth" at 61,0.108 left textcolor rgb dark(grey)
set arrow 1 from 60.5,0 to 60.5,0.104 nohead ls 99
plot data."/forms.dat" using 1:2 with linespoints lc rgb blue lw 1.4 dt (6,2) pt 9 ps 0.4, \
     "" using 1:3 with lines ls heavy_ball, \
     "" using 1:4 with points lc rgb black pt 7 ps 0.25
unset label
unset arrow

# Three methods in one valley.
set terminal @tall
set output out("paths")
set multiplot layout 3,1
set xrange [-12:4]
set yrange [-3.2:3.2]
set xtics 4
set ytics 2
set ylabel "across, {/:Italic y}"
set xlabel " "
set label 1 "gradient descent" at 3.8,-2.4 right textcolor ls ink+gd front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/paths.dat" index 0 using 2:3 with linespoints ls gd lw 1.0 pt 7 ps 0.35
set label 1 "heavy ball" at 3.8,-2.4 right textcolor ls ink+heavy_ball front boxed
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/paths.dat" index 1 using 2:3 with linespoints ls heavy_ball lw 1.4 pt 5 ps 0.35
set label 1 "Nesterov" at 3.8,-2.4 right textcolor ls ink+nesterov front boxed
set xlabel "along the floor, {/:Italic x}"
plot for [i=1:7] [0:2*pi] '+' using (level_x(2.5 * i, $1)):(level_y(2.5 * i, $1)) with lines ls 99, \
     "<echo 0 0" using 1:2 with points pt 2 ps 0.6 lc rgb black, \
     data."/paths.dat" index 2 using 2:3 with linespoints ls nesterov lw 1.4 dt 1 pt 9 ps 0.45
unset multiplot
unset label

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
unset label
unset logscale

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
unset label

# The heavy ball need not converge.
set output out("cycle")
set xrange [0:30]
set xtics 5
set yrange [-4:4]
set ytics 2
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic x_t}"
set key at graph 1,1.05 right horizontal
plot 0 with lines ls 99, \
     data."/cycle.dat" using 1:2 with linespoints ls heavy_ball lw 1.2 title "heavy ball", \
     "" using 1:3 with linespoints ls gd ps 0.4 title "gradient descent"
unset key

# Momentum does not average the noise away.
set output out("momentum-noise")
set logscale y
set xrange [0:3000]
set xtics 500
set yrange [5e-5:1]
set ytics 1e-5,10,1
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}_{min}"
set label 1 "heavy ball, {/:Italic η} = 0.1, {/:Italic β} = 0.9" at 1000,0.011 left textcolor ls ink+heavy_ball
set label 2 "SGD, {/:Italic η} = 0.1, and heavy ball, {/:Italic η} = 0.01, {/:Italic β} = 0.9" at 2950,7.5e-4 right
plot floor_32 with lines ls reference, 10 * floor_32 with lines ls reference, \
     data."/momentum-noise.dat" using 1:4 with lines ls heavy_ball lw 1.2, \
     "" using 1:2 with lines ls sgd lw 2.6, \
     "" using 1:3 with lines ls heavy_ball lw 1.2 dt (5,3)
unset label

# Ripples, and restarts.
set terminal @normal
set output out("restart")
set xrange [0:1500]
set xtics 250
set yrange [1e-12:1]
set ytics 1e-12,1000,1
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}_{min}"
set label 1 "gradient descent" at 1480,7e-3 right textcolor ls ink+gd
set label 2 "growing momentum" at 1480,6e-6 right textcolor rgb purple
set label 3 "the same with restarts" at 830,5e-10 left offset 1,0 textcolor rgb blue
set label 4 "tuned to {/:Italic κ}" at 480,1.5e-10 right textcolor ls ink+nesterov
plot data."/restart.dat" using 1:2 with lines ls gd, \
     "" using 1:4 with lines lc rgb purple lw 1.6 dt (9,3,2,3), \
     "" using 1:3 with lines ls nesterov, \
     "" using 1:5 with lines lc rgb blue lw 2.0
