# Gradient descent on all of the data: sharpness and cost.
set terminal @small
set output out("edge")
set multiplot layout 1,2 margins 0.105,0.985,0.2,0.95 spacing 0.1,0
set xrange [0:96]
set xtics 30
set yrange [0:45]
set ytics 10
set xlabel "steps times rate" offset 0,0.3
set ylabel "sharpness" offset 0.5,0
set arrow 1 from 0,20 to 96,20 nohead lc rgb red dt (6,4) lw 0.8
set arrow 2 from 0,10 to 96,10 nohead lc rgb green dt (6,4) lw 0.8
set arrow 3 from 0,5 to 96,5 nohead lc rgb blue dt (6,4) lw 0.8
set label 1 "{/:Italic η} = 0.02" at 95,42 right
set label 2 "0.1" at 95,22 right textcolor rgb dark(red)
set label 3 "0.2" at 95,12 right textcolor rgb dark(green)
set label 4 "0.4" at 95,7 right textcolor rgb dark(blue)
plot data."/edge.dat" index 0 using 1:3 with lines lc rgb black lw 1.4, \
     "" index 1 using 1:3 with lines lc rgb red lw 1.6 dt (9,3), \
     "" index 2 using 1:3 with lines lc rgb green lw 1.6 dt (3,2), \
     "" index 3 using 1:3 with lines lc rgb blue lw 0.8
unset arrow
unset label
set yrange [0:3]
set ytics 1
set ylabel "cost" offset 0.5,0
plot data."/edge.dat" index 0 using 1:2 with lines lc rgb black lw 2.2, \
     "" index 2 using 1:2 with lines lc rgb green lw 0.9
unset multiplot
