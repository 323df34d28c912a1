# Focal loss against the probability, and its slope against the logit.
set terminal @small
set output out("losses")
set multiplot layout 1,2 margins 0.11,0.985,0.2,0.95 spacing 0.13,0
set xlabel "probability {/:Italic p} of the true class" offset 0,0.3
set ylabel "loss"
set xrange [0:1]
set yrange [0:2.5]
set ytics 0,1
set xtics 0,0.5
set label 1 "{/:Italic γ} = 0" at 0.31,1.36 left
set label 2 "1" at 0.5,0.53 center textcolor rgb dark(blue)
set label 3 "2" at 0.4,0.19 center textcolor rgb dark(red)
set label 4 "5" at 0.2,0.2 center textcolor rgb dark(green)
plot data."/focal.dat" using 2:3 with lines lc rgb black lw 2, \
     "" using 2:5 with lines lc rgb blue lw 2 dt (9,3), \
     "" using 2:7 with lines lc rgb red lw 2.2, \
     "" using 2:9 with lines lc rgb green lw 2 dt (3,2)
unset label
set xlabel "logit {/:Italic z}" offset 0,0.3
set ylabel "slope by {/:Italic z}" offset 0.5,0
set xrange [-6:6]
set yrange [-1.7:0.05]
set xtics -6,3
set ytics -1.5,0.5
set label 1 "{/:Italic γ} = 0" at 0.6,-0.55 left
set label 2 "1" at -1.25,-1.1 left textcolor rgb dark(blue)
set label 3 "2" at -1.9,-1.24 left textcolor rgb dark(red)
set label 4 "5" at -2.6,-1.46 left textcolor rgb dark(green)
plot data."/focal.dat" using 1:4 with lines lc rgb black lw 2, \
     "" using 1:6 with lines lc rgb blue lw 2 dt (9,3), \
     "" using 1:8 with lines lc rgb red lw 2.2, \
     "" using 1:10 with lines lc rgb green lw 2 dt (3,2)
unset multiplot
