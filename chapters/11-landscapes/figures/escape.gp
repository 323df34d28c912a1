# Two valleys, and how long noisy descent stays in the higher one.
set terminal @small
set output out("escape")
set multiplot layout 1,2 margins 0.155,0.985,0.2,0.95 spacing 0.12,0
f(x) = x**4 / 4 - x**2 / 2 + x / 10
set xrange [-1.7:1.7]
set yrange [0:3000]
set xtics 1
set ytics 1000
set xlabel "{/:Italic x}" offset 0,0.3
set ylabel "step" offset 0.5,0
set label 1 "{/:Italic f}" at -0.15,300 center
plot 1500 * (f(x) + 0.4) with lines lc rgb "#888888" lw 1 dt (6,4), \
     data."/paths.dat" using 3:1 with lines lc rgb red lw 0.7, \
     "" using 2:1 with lines lc rgb blue lw 2.4
unset label
set logscale y
set format y "10^{%T}"
set xrange [0:110]
set yrange [5:3e4]
set xtics 25
set ytics 10
set xlabel "{/:Italic b}/{/:Italic η}" offset 0,0.3
set ylabel "mean time, steps times {/:Italic η}" offset 0.5,0
set label 1 "{/:Italic η} = 0.05" at 52,900 right textcolor rgb dark(blue)
set label 2 "{/:Italic η} = 0.1" at 64,110 left textcolor rgb dark(red)
plot data."/times.dat" index 0 using 1:4 with lines ls reference, \
     "" index 0 using ($1-1.3):2:3 with yerrorbars lc rgb blue pt 7 ps 0.6, \
     "" index 1 using ($1+1.3):2:3 with yerrorbars lc rgb red pt 4 ps 0.6
unset multiplot
