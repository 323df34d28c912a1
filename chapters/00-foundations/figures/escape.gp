# Escape time against the size of the noise.
set terminal @small
set output out("escape")
set logscale x
set format x "10^{%T}"
set xlabel "noise on each component of the gradient, {/:Italic σ}"
set ylabel "steps to half of the loss"
set xrange [1e-16:1]
set yrange [0:1400]
set xtics 1e-16,1e4
set ytics 400
slope = real(system("sed -n 's/^escape-theory\t//p' ".data."/saddle.facts"))
middle = real(system("awk '!/^#/ && $1 == 1e-07 { print $2 }' ".data."/escape.dat"))
set label 1 "slope of the theory" at 3e-6,1000 left textcolor ls ink+reference
set arrow 1 from 2e-6,980 to 2e-9,middle + slope * 2 nohead lw 0.7 lc rgb grey
plot middle - slope * (log10(x) + 7) with lines ls reference, \
     data."/escape.dat" index 0 using 1:2:3:4 with yerrorbars pt 7 ps 0.5 lw 1.2 lc rgb red
unset label
unset arrow
unset logscale
set format
