# What pulls and pushes: pairs and triples by distance, negatives by similarity.
set terminal @small
set output out("pairs")
set multiplot layout 1,3 margins 0.1,0.99,0.2,0.95 spacing 0.085,0
set xlabel "distance {/:Italic D}" offset 0,0.3
set ylabel "loss and slope" offset 1,0
set xrange [0:1.6]
set yrange [-1.1:1.6]
set xtics 0,0.5
set ytics -1,1
set arrow 1 from 0,0 to 1.6,0 nohead lw 0.5 lc rgb grey
set label 1 "together" at 1.58,0.22 right textcolor rgb dark(blue)
set label 2 "slope" at 0.85,1.1 right textcolor rgb dark(blue)
set label 3 "apart" at 0.05,0.68 left textcolor rgb dark(red)
set label 4 "slope" at 0.45,-0.86 left textcolor rgb dark(red)
plot data."/pairs.dat" using 1:2 with lines lc rgb blue lw 2.2, \
     "" using 1:3 with lines lc rgb blue lw 1.4 dt (6,3), \
     "" using 1:4 with lines lc rgb red lw 1.2, \
     "" every ::1 using 1:5 with lines lc rgb red lw 0.75 dt (6,3)
unset label
unset arrow
set xlabel "distance of the positive" offset 0,0.3
unset ylabel
set yrange [0:3]
set ytics 0,1
set label 1 "plain" at 1.58,0.55 right textcolor rgb dark(orange)
set label 2 "slope" at 0.47,1.14 right textcolor rgb dark(orange)
set label 3 "squared" at 1.31,1.42 right textcolor rgb dark(green)
set label 4 "slope" at 1.02,2.4 right textcolor rgb dark(green)
plot data."/triples.dat" using 1:2 with lines lc rgb orange lw 1.2, \
     "" using 1:3 with lines lc rgb orange lw 0.75 dt (6,3), \
     "" using 1:4 with lines lc rgb green lw 2.2, \
     "" using 1:5 with lines lc rgb green lw 1.4 dt (6,3)
unset label
set xlabel "similarity {/:Italic s} of a negative" offset 0,0.3
set ylabel "slope by {/:Italic s}" offset 1,0
set xrange [-1:1]
set yrange [0:4]
set xtics -1,1
set arrow 1 from 0.5,0 to 0.5,4 nohead lw 0.8 dt (6,4) lc rgb black
set label 5 "positive" at 0.36,3.75 right
set label 1 "{/:Italic τ} = 1" at -0.95,0.38 left
set label 2 "0.3" at 0.2,1.0 right textcolor rgb dark(blue)
set label 3 "0.1" at 0.6,2.6 left textcolor rgb dark(red)
plot data."/infonce.dat" using 1:2 with lines lc rgb black lw 2, \
     "" using 1:3 with lines lc rgb blue lw 2 dt (9,3), \
     "" using 1:($4 > 4 ? 1/0 : $4) with lines lc rgb red lw 2.2
unset multiplot
