# Least squares with more and more features.
set terminal @small
set output out("descent")
set multiplot layout 1,2 margins 0.125,0.985,0.2,0.95 spacing 0.12,0
set logscale xy
set format y "10^{%T}"
set xrange [2:800]
set yrange [1e-2:1e14]
set xtics (2, 20, 200)
set ytics 1e-2,1e4
set xlabel "polynomials" offset 0,0.3
set ylabel "error" offset 0.5,0
set arrow 1 from 20,1e-2 to 20,1e14 nohead ls reference
plot data."/polynomial.dat" using 1:3:4 with filledcurves lc rgb "#cfe3f2", \
     "" using 1:2 with linespoints lc rgb blue lw 1.8 pt 7 ps 0.5
unset arrow
set xrange [10:800]
set yrange [1e-3:300]
set ytics 1e-2,100
set xtics (10, 100, 800)
set xlabel "random features" offset 0,0.3
set arrow 1 from 100,1e-3 to 100,300 nohead ls reference
set label 1 "test" at 400,0.8 left textcolor rgb dark(blue)
set label 2 "training" at 30,0.05 right textcolor rgb dark(red)
plot data."/random.dat" using 1:3:4 with filledcurves lc rgb "#cfe3f2", \
     "" using 1:2 with linespoints lc rgb blue lw 1.8 pt 7 ps 0.5, \
     "" using 1:($5 > 1e-9 ? $5 : 1/0) with linespoints lc rgb red lw 1.4 dt (9,3) pt 4 ps 0.5
unset multiplot
