# What the iteration makes of a singular value.
set terminal @normal
set output out("band")
set logscale x
set format x "10^{%T}"
set xrange [1e-4:1]
set yrange [0:1.3]
set xtics 1e-4,10,1
set ytics 0,0.2,1.2
set xlabel "singular value before"
set ylabel "after"
set label 1 "1 step" at 0.065,0.13 left textcolor rgb dark(grey)
set label 2 "2" at 0.0145,0.23 right textcolor rgb dark(grey)
set label 3 "3" at 0.0042,0.23 right textcolor rgb dark(grey)
set label 4 "5 steps" at 0.0009,0.5 right textcolor ls ink+muon
set label 5 "5 cubic steps" at 0.115,0.55 left textcolor rgb dark(blue)
set arrow 1 from 1e-4,0.68 to 1,0.68 nohead ls reference
set arrow 2 from 1e-4,1.21 to 1,1.21 nohead ls reference
set label 6 "1.21" at 1.15e-4,1.25 left
set label 7 "0.68" at 1.15e-4,0.72 left
plot data."/band.dat" using 1:2 with lines lc rgb "#808080" lw 1, \
     "" using 1:3 with lines lc rgb "#808080" lw 1, \
     "" using 1:4 with lines lc rgb "#808080" lw 1, \
     "" using 1:6 with lines lc rgb blue lw 1.6 dt (9,3), \
     "" using 1:5 with lines ls muon
unset label
unset arrow
unset logscale
set format
