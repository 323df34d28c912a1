# Projected gradient descent on a disc.
set table data."/disc.contour"
set contour base
unset surface
set view map
set isosamples 120
set cntrparam levels discrete 0.1, 0.4, 1.0065, 2, 3.5, 5.5, 8
splot [-1.4:2.6] [-1.3:1.7] (x - 2)**2 / 2 + 2 * (y - 1)**2
unset table
unset contour
set surface

set terminal @small
set output out("disc")
set size ratio -1
set xrange [-1.4:2.6]
set yrange [-1.3:1.7]
set xtics 1
set ytics 1
set xlabel "{/:Italic x}_1"
set ylabel "{/:Italic x}_2"
stats data."/disc.dat" index 1 using 1 name "A" nooutput
stats data."/disc.dat" index 1 using 2 name "B" nooutput
stats data."/disc.dat" index 1 using 3 name "C" nooutput
stats data."/disc.dat" index 1 using 4 name "D" nooutput
set parametric
set trange [0:2 * pi]
set arrow 1 from A_min,B_min to A_min + 0.35 * C_min, B_min + 0.35 * D_min lw 1.8 lc rgb red front
set label 1 "−∇{/:Italic f}" at A_min + 0.35 * C_min + 0.05, B_min + 0.35 * D_min + 0.1 left textcolor rgb dark(red) front
set label 2 "+" at 2,1 center font ",16" front
set label 3 "‖{/:Italic x}‖ ≤ 1" at -0.1,-0.55 center textcolor rgb dark(blue) front
plot data."/disc.contour" using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     cos(t), sin(t) with lines lc rgb blue lw 1.8, \
     data."/disc.dat" index 0 using 2:3 with linespoints ls gd
unset parametric
unset label
unset arrow
set size noratio
