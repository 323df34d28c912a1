# How nearly orthogonal two random directions are.
set terminal @small
set output out("angles")
set logscale xy
set format y "10^{%T}"
set xrange [3:100000]
set yrange [1e-3:1.5]
set xtics (3, 10, 100, 1000, 10000, 100000)
set xlabel "number of parameters {/:Italic n}" offset 0,0.3
set ylabel "size of the cosine" offset 0.5,0
set rmargin 4
set label 1 "1/√{/:Italic n}" at 9000,0.0075 right textcolor ls ink+reference
set label 2 "typical" at 40,0.115 right textcolor rgb dark(blue)
set label 3 "the largest of all pairs" at 300,0.26 left textcolor rgb dark(red)
plot 1 / sqrt(x) with lines ls reference, \
     data."/angles.dat" using 1:2 with points lc rgb blue pt 7 ps 0.7, \
     "" using 1:3 with points lc rgb red pt 4 ps 0.7
