# The cost along lines.
set terminal @small
set output out("lines")
set multiplot layout 1,2 margins 0.11,0.985,0.2,0.95 spacing 0.11,0
set xrange [-0.25:1.25]
set yrange [0:4]
set xtics ("start" 0, 0.5, "end" 1)
set ytics 1
set xlabel "way from start to end" offset 0,0.3
set ylabel "training cost" offset 0.5,0
set label 1 "plain" at 0.27,0.55 right textcolor rgb dark(blue)
set label 2 "dropout 0.2" at 0.36,1.1 left textcolor rgb dark(red)
plot data."/lines.dat" using 1:2 with lines lc rgb blue lw 2.2, \
     "" using 1:3 with lines lc rgb red lw 2 dt (9,3)
unset label
set xrange [-1:1]
set xtics 0.5
set yrange [0:4]
set xlabel "distance, in units of the weights" offset 0,0.3
set label 1 "around the start" at 0,2.75 center textcolor rgb dark(green)
set label 2 "plain" at -0.75,1.1 left textcolor rgb dark(blue)
set label 3 "dropout 0.2" at 0.55,0.35 right textcolor rgb dark(red)
plot data."/lines.dat" using 4:5 with lines lc rgb green lw 1.6 dt (3,2), \
     "" using 4:6 with lines lc rgb blue lw 2.2, \
     "" using 4:7 with lines lc rgb red lw 2 dt (9,3)
unset multiplot
