# Texts and digits, with rare classes and without.
set terminal @small
set output out("tails")
set style line 93 lc rgb orange lw 2.0 dt (16,4)
set style line 94 lc rgb blue   lw 2.2 dt 1
set multiplot
set border 3
set tmargin at screen 0.9
set bmargin at screen 0.19
set xrange [0:210]
set yrange [2:3.4]
set xtics 0,100
set ytics 2,0.4
set xlabel "step" offset 0,0.4
set ylabel "cost" offset 1.5,0
set lmargin at screen 0.12
set rmargin at screen 0.29
set title "text" offset 0,-0.7
set label 1 "heavy ball" at 66,3.25 left textcolor ls ink+heavy_ball
set label 2 "Adam" at 20,2.25 left textcolor ls ink+adam
plot data."/tails.dat" using 1:3 with lines ls 93, "" using 1:4 with lines ls 94
unset label
set ylabel ""
set format y ""
set lmargin at screen 0.32
set rmargin at screen 0.49
set title "even text"
plot data."/tails.dat" using 1:7 with lines ls 93, "" using 1:8 with lines ls 94
set logscale y
set xrange [0:63]
set yrange [0.01:10]
set xtics 0,20
set ytics (0.01, 0.1, 1, 10)
set format y "%g"
set lmargin at screen 0.59
set rmargin at screen 0.76
set title "digits"
plot data."/tails.dat" using 2:9 with lines ls 93, "" using 2:10 with lines ls 94
set format y ""
set lmargin at screen 0.8
set rmargin at screen 0.97
set title "rare classes"
plot data."/tails.dat" using 2:11 with lines ls 93, "" using 2:12 with lines ls 94
unset multiplot
unset title
unset logscale
