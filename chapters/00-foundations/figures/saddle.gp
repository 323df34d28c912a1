# A symmetric network on its saddles.
set terminal @small
set output out("saddle")
set logscale y
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "loss"
set xrange [0:2000]
set yrange [1e-8:100]
set ytics 1e-8,100
set label 1 "gradient descent" at 1950,25 right textcolor ls ink+gd
set label 2 "mini-batches" at 1950,3.5 right textcolor rgb dark(blue)
set label 3 "noise on each weight" at 800,1e-5 left textcolor rgb dark(red)
plot data."/saddle.dat" using 1:2 with lines ls gd lw 2, \
     "" using 1:3 with lines lc rgb blue lw 1.8 dt (9,3), \
     "" using 1:4 with lines lc rgb red lw 1.8 dt (3,2)
unset label
unset logscale
set format
