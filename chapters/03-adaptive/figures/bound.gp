# How long Adam's steps can be.
set terminal @small
set output out("bound")
set xrange [-40:60]
set yrange [0:8]
set xtics -40,20
set ytics 0,1
set ylabel "step / {/:Italic η}"
set xlabel "steps after the event"
set label 1 "bound" at 58,7.6 right textcolor ls ink+reference
set label 2 "growing by 11 % a step, then zero" at 3,6.3 left textcolor ls ink+adam
set label 3 "one gradient among zeros" at 13,2.7 left textcolor rgb dark(red)
set label 4 "constant" at 59,1.4 right textcolor rgb black
set label 5 "noise" at -39,0.62 left textcolor rgb dark(grey) front
plot data."/bound.dat" using 1:6 with lines ls reference, \
     "" using 1:3 with lines ls sgd lw 1, \
     "" using 1:2 with lines ls gd, \
     "" using 1:4 with linespoints lc rgb red lw 1.4 pt 4 ps 0.3, \
     "" using 1:5 with linespoints ls adam lw 1.6 ps 0.3
unset label
