# Deep ReLU networks: the signal of 30 layers, and training costs.
set terminal @small
set output out("deep")
set multiplot layout 1,2 margins 0.14,0.985,0.2,0.95 spacing 0.15,0
set logscale y
set format y "10^{%T}"
set xrange [1:30]
set yrange [1e-10:30]
set ytics 1e-9,1000
set xtics (1, 10, 20, 30)
set xlabel "layer" offset 0,0.3
set ylabel "mean square"
set label 1 "He" at 16,8 left textcolor rgb dark(blue)
set label 2 "Xavier" at 11,1e-5 right textcolor rgb dark(red)
set label 3 "2^{−{/:Italic ℓ}}" at 22,3e-6 left
plot 1.4 * 2**(1 - x) with lines ls reference, \
     data."/signal.dat" using 1:3 with lines lc rgb blue lw 2.2, \
     "" using 1:2 with lines lc rgb red lw 2 dt (9,3)
unset label
unset logscale
set format y "%g"
set xrange [0:10]
set yrange [0:3]
set xtics 0,5
set ytics 0,1
set xlabel "epoch" offset 0,0.3
set ylabel "training cost" offset 0.5,0
set label 1 "Xavier, 30" at 9.9,2.48 right textcolor rgb dark(red)
set label 2 "Xavier, 22" at 9.9,1.86 right textcolor rgb dark(red)
set label 3 "He, 30" at 9.9,1.27 right textcolor rgb dark(blue)
set label 4 "He, 22" at 6.6,0.8 right textcolor rgb dark(blue)
plot data."/deep.dat" using 1:4 with linespoints lc rgb red lw 2.2 dt (9,3) pt 6 ps 0.5, \
     "" using 1:2 with linespoints lc rgb red lw 1.4 pt 6 ps 0.5, \
     "" using 1:5 with lines lc rgb blue lw 2.2 dt (9,3), \
     "" using 1:3 with lines lc rgb blue lw 1.4
unset multiplot
