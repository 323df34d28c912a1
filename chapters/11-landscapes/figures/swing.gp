# Gradient descent leaves a minimum that is too sharp.
set terminal @small
set output out("swing")
set multiplot layout 1,2 margins 0.08,0.985,0.2,0.95 spacing 0.1,0
set xrange [-1:1.3]
set yrange [3:5.5]
set xtics 1
set ytics 1
set xlabel "{/:Italic x}" offset 0,0.3
set ylabel "{/:Italic y}" offset 0.5,0
set label 1 "start" at 0.3,5.15 left
set label 2 "{/:Italic xy} = 1" at 0.36,3.2 left
plot [-1:1.3] (x > 0.1 ? 1 / x : NaN) with lines lc rgb "#888888" lw 1 dt (6,4), \
     data."/swing.dat" using 5:6 with linespoints lc rgb red lw 0.8 pt 7 ps 0.35, \
     "" using 2:3 with linespoints lc rgb blue lw 1.6 pt 4 ps 0.6
unset label
set xrange [0:60]
set yrange [0:30]
set xtics 20
set ytics 10
set xlabel "step"
set ylabel "sharpness" offset 0.5,0
set arrow 1 from 0,20 to 60,20 nohead lc rgb red dt (6,4) lw 0.8
set label 1 "{/:Italic η} = 0.05" at 58,27 right textcolor rgb dark(blue)
set label 2 "{/:Italic η} = 0.1" at 58,10.5 right textcolor rgb dark(red)
plot data."/swing.dat" using 1:7 with linespoints lc rgb red lw 0.8 pt 7 ps 0.35, \
     "" using 1:4 with lines lc rgb blue lw 2
unset multiplot
