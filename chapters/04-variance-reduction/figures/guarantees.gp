# The two guarantees of SAG over what it does.
set terminal @small
set output out("guarantees")
inward = medium eq "svg" ? 3 : 0
set multiplot layout 1,2 margins 0.12,0.98,0.2,0.9 spacing 0.26,0
set logscale y
set format y "10^{%T}"
set xlabel "passes" offset 0,0.3
set ylabel "{/:Italic f} − {/:Italic f}^*" offset inward / 2.0,0
set logscale x
set xrange [1:200]
set yrange [1e-6:1e3]
set ytics 1e-6,1e3,1e3
set title "convex, mean of all {/:Italic θ}" offset 0,-0.6
set label 1 "from 0" at graph 1.02,first 0.3 left
set label 2 "after SGD" at graph 1.02,first 0.033 left
set label 3 "GD" at graph 1.02,first 3.2e-3 left textcolor ls ink+gd
set label 4 "SAG" at graph 1.02,first 9e-5 left textcolor ls ink+sag
plot data."/convex.dat" using 1:2 with lines ls sag, "" using 1:3 with lines ls reference lw 1.4, \
     "" using 1:4 with lines ls reference lw 1.0 dt (2,3), "" using 1:5 with lines ls gd
unset label
unset logscale x
set xrange [0:200]
set yrange [1e-16:10]
set ytics 1e-16,1e4,1
set ylabel ""
set title "strongly convex" offset 0,-0.6
set label 1 "bound" at 125,1e-6 left
set label 3 "GD" at 105,1e-11 left textcolor ls ink+gd
set label 4 "SAG" at 34,1e-12 left textcolor ls ink+sag
plot data."/strong.dat" using 1:2 with lines ls sag, "" using 1:3 with lines ls reference lw 1.4, \
     "" using 1:4 with lines ls gd
unset multiplot
