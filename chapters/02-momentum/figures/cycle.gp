# The heavy ball need not converge.
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
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
