# Texts and digits, with rare classes and without.
set terminal @tall
set output out("tails")
set style line 93 lc rgb orange lw 2.0 dt (16,4)
set style line 94 lc rgb blue   lw 2.2 dt 1
set multiplot
set border 3
set tmargin at screen 0.95
set bmargin at screen 0.62
set xrange [0:210]
set yrange [2:3.4]
set xtics 0,100
set ytics 2,0.4
set xlabel "step" offset 0,0.4
set ylabel "cost" offset 1,0
set lmargin at screen 0.1
set rmargin at screen 0.36
set title "text" offset 0,-0.7
set label 1 "heavy ball" at 70,3.25 left textcolor ls ink+heavy_ball
set label 2 "Adam" at 60,2.45 right textcolor ls ink+adam
plot data."/tails.dat" using 1:3 with lines ls 93, "" using 1:4 with lines ls 94
unset label
set ylabel ""
set lmargin at screen 0.41
set rmargin at screen 0.68
set title "rare symbols merged"
plot data."/tails.dat" using 1:5 with lines ls 93, "" using 1:6 with lines ls 94
set lmargin at screen 0.72
set rmargin at screen 0.99
set title "and the others split"
plot data."/tails.dat" using 1:7 with lines ls 93, "" using 1:8 with lines ls 94
set tmargin at screen 0.45
set bmargin at screen 0.1
set logscale y
set xrange [0:63]
set yrange [0.01:10]
set xtics 0,20
set ytics (0.01, 0.1, 1, 10)
set ylabel "training cost" offset 1,0
set lmargin at screen 0.1
set rmargin at screen 0.5
set title "digits"
plot data."/tails.dat" using 2:9 with lines ls 93, "" using 2:10 with lines ls 94
set ylabel ""
set lmargin at screen 0.57
set rmargin at screen 0.99
set title "digits, half of them with rare classes"
plot data."/tails.dat" using 2:11 with lines ls 93, "" using 2:12 with lines ls 94
unset multiplot
unset title
unset logscale
