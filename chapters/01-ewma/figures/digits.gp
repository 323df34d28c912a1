# Digits lost by the plain formula.
set terminal @small
set output out("digits")
set rmargin 3
set logscale xy
set format x "10^{%T}"
set format y "10^{%T}"
set xrange [1e-20:1]
set yrange [1e-17:1e2]
set xtics 1e-20,10000,1
set ytics 1e-16,10000,1
set xlabel "{/:Italic α} = 1 − {/:Italic λ}"
set ylabel "relative error"
set label 1 "1 − (1 − {/:Italic α})^{/:Italic n}, as it stands" at 1e-11,1e-2 left textcolor ls ink+ewma
set label 2 "Exercise 1.1" at 1e-11,3e-15 left textcolor ls ink+corrected
set label 3 "2^{−53} / {/:Italic α}" at 2e-14,3e-5 right textcolor ls ink+reference
plot (x > 2.0**-53 ? 2.0**-53 / x : 1) with lines ls reference, \
     data."/digits.dat" using 1:2 with points ls ewma, \
     "" using 1:($3 > 0 ? $3 : 1/0) with points ls corrected
