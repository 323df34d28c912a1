# Learned by heart, then understood.
set terminal @small
set output out("grokking")
set multiplot layout 1,2 margins 0.135,0.985,0.2,0.95 spacing 0.1,0
set xrange [0:1300]
set yrange [0:105]
set xtics 500
set ytics 50
set xlabel "step" offset 0,0.3
set ylabel "right answers in %" offset 0.5,0
set label 1 "training" at 120,93 left textcolor rgb dark(red)
set label 2 "test" at 640,55 left textcolor rgb dark(blue)
plot data."/grokking.dat" using 1:(100 * $2) with lines lc rgb red lw 1.8 dt (9,3), \
     "" using 1:(100 * $5) with lines lc rgb blue lw 2.2
unset label
set ylabel ""
set label 1 "λ = 0" at 1280,6 right
set label 2 "½" at 1020,78 left textcolor rgb dark(green)
set label 3 "1" at 640,78 right textcolor rgb dark(blue)
set label 4 "2" at 180,40 right textcolor rgb dark(red)
plot data."/grokking.dat" using 1:(100 * $3) with lines lc rgb black lw 1.4, \
     "" using 1:(100 * $4) with lines lc rgb green lw 1.8 dt (9,3), \
     "" using 1:(100 * $5) with lines lc rgb blue lw 2.2, \
     "" using 1:(100 * $6) with lines lc rgb red lw 1.6 dt (3,2)
unset multiplot
