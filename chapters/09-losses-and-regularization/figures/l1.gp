# Sizes of the weights after the same steps: only proximal ones are 0.
set terminal @small
set output out("l1")
set logscale y
set xrange [0:41]
set yrange [3e-8:3]
set xlabel "rank of the weight" offset 0,0.3
set ylabel "size"
set format y "10^{%T}"
set ytics 1e-6,100
set xtics 0,10
set rmargin 4
set label 1 "sub-gradient, steady rate" at 14,1.5e-2 left textcolor rgb dark(red)
set label 2 "sub-gradient, falling rate" at 23,2e-4 left textcolor rgb dark(green)
set label 3 "proximal: the others are exactly 0" at 10.5,0.5 left textcolor rgb dark(blue)
plot data."/l1.dat" using 1:2 with points lc rgb red pt 4 ps 0.6, \
     "" using 1:3 with points lc rgb green pt 8 ps 0.6, \
     "" using 1:($4 > 0 ? $4 : 1/0) with points lc rgb blue pt 7 ps 0.6
