# Operations of a step for a square matrix, by its width.
set terminal @normal
set output out("cost")
set logscale xy
set format y "10^{%T}"
set xrange [16:4096]
set yrange [1e3:1e13]
set xtics 16,4,4096
set ytics 1e3,100,1e13
set xlabel "width {/:Italic n}"
set ylabel "operations a step"
set rmargin 18
set label 1 "gradient, 32 rows" at graph 1.01, first 3.3e9 left textcolor ls ink+reference
set label 2 "32,768 rows" at graph 1.01, first 3.3e12 left textcolor ls ink+reference
set label 3 "AdamW" at graph 1.01, first 1.6e8 left textcolor ls ink+adamw
set label 4 "Muon" at graph 1.01, first 9e11 left textcolor ls ink+muon
set label 5 "every 10th step" at 700,2.5e8 left textcolor ls ink+shampoo
set label 6 "Shampoo" at 60,2e7 right textcolor ls ink+shampoo
plot data."/cost.dat" using 1:2 with lines ls reference, \
     "" using 1:3 with lines ls reference, \
     "" using 1:4 with lines ls adamw, \
     "" using 1:5 with lines ls muon, \
     "" using 1:6 with lines ls shampoo, \
     "" using 1:7 with lines ls shampoo lw 1
unset label
unset logscale
set format
unset rmargin
