# The error of a difference against its step.
set terminal @small
set output out("check")
set logscale xy
set format xy "10^{%T}"
set xlabel "step {/:Italic h}"
set ylabel "relative error"
set xrange [1e-14:1]
set yrange [1e-13:1]
set xtics 1e-14,100
set ytics 1e-12,1000
set label 1 "one-sided" at 3e-4,2e-3 right textcolor rgb dark(orange)
set label 2 "central" at 3e-3,3e-8 left textcolor rgb dark(blue)
set label 3 "ε^{1/2}" at 1.5e-8,7e-13 center
set label 4 "ε^{1/3}" at 6.1e-6,7e-13 center
set arrow 1 from 1.5e-8,2e-12 to 1.5e-8,8e-9 nohead lw 0.7 dt (2,3) lc rgb grey
set arrow 2 from 6.1e-6,2e-12 to 6.1e-6,1.5e-11 nohead lw 0.7 dt (2,3) lc rgb grey
u = 2.2e-16
plot x / 2 + u / x with lines ls reference, \
     x**2 / 6 + u / (2 * x) with lines ls reference, \
     data."/check.dat" using 1:2 with points pt 4 ps 0.5 lc rgb orange, \
     "" using 1:3 with points pt 7 ps 0.5 lc rgb blue
unset label
unset arrow
unset logscale
set format
