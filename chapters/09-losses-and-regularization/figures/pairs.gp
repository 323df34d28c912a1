# What pulls and pushes: pairs by distance, negatives by similarity.
set terminal @small
set output out("pairs")
set multiplot layout 1,2 margins 0.1,0.985,0.2,0.95 spacing 0.15,0
set xlabel "distance {/:Italic D}" offset 0,0.3
set ylabel "loss and slope" offset 0.5,0
set xrange [0:1.6]
set yrange [-1.1:1.6]
set xtics 0,0.5
set ytics -1,1
set arrow 1 from 0,0 to 1.6,0 nohead lw 0.5 lc rgb grey
set label 1 "loss, together" at 1.16,0.42 left textcolor rgb dark(blue)
set label 2 "its slope" at 0.75,1.1 right textcolor rgb dark(blue)
set label 3 "loss, apart" at 0.03,0.68 left textcolor rgb dark(red)
set label 4 "its slope" at 0.32,-0.86 left textcolor rgb dark(red)
plot data."/pairs.dat" using 1:2 with lines lc rgb blue lw 2.2, \
     "" using 1:3 with lines lc rgb blue lw 1.4 dt (6,3), \
     "" using 1:4 with lines lc rgb red lw 2.2, \
     "" using 1:5 with lines lc rgb red lw 1.4 dt (6,3)
unset label
unset arrow
set xlabel "similarity {/:Italic s} of a negative" offset 0,0.3
set ylabel "slope by {/:Italic s}" offset 0.5,0
set xrange [-1:1]
set yrange [0:4]
set xtics -1,0.5
set ytics 0,1
set arrow 1 from 0.5,0 to 0.5,4 nohead lw 0.8 dt (6,4) lc rgb black
set label 5 "positive" at 0.53,3.75 left
set label 1 "{/:Italic τ} = 1" at -0.9,0.38 left
set label 2 "0.3" at -0.05,1.05 right textcolor rgb dark(blue)
set label 3 "0.1" at 0.56,2.2 left textcolor rgb dark(red)
plot data."/infonce.dat" using 1:2 with lines lc rgb black lw 2, \
     "" using 1:3 with lines lc rgb blue lw 2 dt (9,3), \
     "" using 1:($4 > 4 ? 1/0 : $4) with lines lc rgb red lw 2.2
unset multiplot
