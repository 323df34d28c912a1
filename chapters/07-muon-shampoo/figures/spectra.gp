# Singular values of a hidden layer's gradient and momentum, and of what is made of it.
set terminal @small
set output out("spectra")
set logscale y
set format y "10^{%T}"
set xrange [0:64]
set yrange [1e-5:5]
set xtics 0,8,64
set ytics 1e-5,10,1
set xlabel "number of the singular value"
set ylabel "singular value"
set label 1 "gradient / largest" at 18.5,0.0003 left textcolor rgb dark(grey)
set label 2 "momentum / largest" at 36,0.06 left textcolor rgb dark(blue)
set label 3 "momentum after Newton–Schulz" at 36,2.6 center textcolor ls ink+muon
plot data."/spectra.dat" using 1:2 with lines lc rgb "#808080" lw 1.6 dt (6,3), \
     "" using 1:3 with lines lc rgb blue lw 2 dt (12,3), \
     "" using 1:4 with lines ls muon
unset label
unset logscale
set format
