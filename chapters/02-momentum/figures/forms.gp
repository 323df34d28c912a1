# A learning rate that drops, inside and outside the velocity.
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
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
