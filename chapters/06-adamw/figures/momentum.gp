# A penalty goes through the velocity; a decay does not.
set terminal @small
set output out("momentum")
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic θ_t} / {/:Italic θ}_0"
set xrange [0:120]
set yrange [-0.4:1.05]
set xtics 0,20
set ytics -0.25,0.25,1
set label 1 "penalty, through the velocity" at 11,0.45 left textcolor ls ink+heavy_ball
set label 2 "decay, SGDW" at 23,0.17 left textcolor rgb purple
plot 0 with lines ls reference, \
     data."/momentum.dat" using 1:4 with lines lc rgb purple lw 2.2 dt (9,3), \
     "" using 1:2 with lines ls heavy_ball, \
     "" every 4 using 1:3 with points lc rgb black pt 6 ps 0.45
unset label
