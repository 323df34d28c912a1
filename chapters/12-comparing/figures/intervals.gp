# How the interval of the difference shrinks with the number of seeds.
set terminal @small
set output out("intervals")
set logscale x
set xrange [3.5:90]
set yrange [-26:12]
set xtics (5, 10, 20, 40, 60)
set ytics 10
set xlabel "seeds" offset 0,0.3
set ylabel "difference in steps" offset 0.5,0
set label 1 "with pairs" at 5.4,-16 left textcolor rgb dark(blue)
set label 2 "without" at 5.4,4 left textcolor rgb dark(red)
plot 0 with lines ls reference, \
     data."/intervals.dat" using ($1*0.97):2:3:4 with yerrorbars lc rgb blue lw 2 pt 7 ps 0.6, \
     "" using ($1*1.03):2:5:6 with yerrorbars lc rgb red lw 1.2 pt 4 ps 0.5
