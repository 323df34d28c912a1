# Gradient descent on x².
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
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
