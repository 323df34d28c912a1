# The noise of a batch gradient, and the floor that it makes.
# A fact of the experiment, as a number.
fact(key) = real(system("sed -n 's/^".key."\t//p' ".data."/noise.facts"))
noise_1 = fact("noise-1")
floor_1 = fact("floor-theory-1")

set terminal @small
set output out("noise")
set multiplot layout 1,2
set logscale xy
set xrange [0.8:700]
set yrange [0.02:4]
set xtics (1, 8, 64, 512)
set ytics (0.03, 0.1, 0.3, 1, 3)
set xlabel "samples in the batch {/:Italic b}"
set ylabel "distance from the gradient"
set label 1 "theory" at 8,1.15 left textcolor ls ink+reference
set label 2 "measured" at 16,0.3 right textcolor ls ink+sgd
plot noise_1 / sqrt(x) * (x < 569 ? sqrt((569 - x) / 568) : 0) with lines ls reference, \
     data."/batch-noise.dat" using 1:2 with points ls sgd pt 7 ps 0.6
unset label
unset logscale x
set xrange [0:2500]
set yrange [1e-6:1]
set xtics 0,1000
set ytics 1e-6,10,1
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}^*"
# From one sample to all, from grey (SGD) to black (gradient descent).
set label 1 "{/:Italic b} = 1" at 1900,0.035 right textcolor ls ink+sgd
set label 2 "{/:Italic b} = 8" at 1900,0.0038 right textcolor rgb "#707070" front boxed
set label 3 "{/:Italic b} = 64" at 1900,0.00030 right textcolor rgb "#383838" front boxed
set label 4 "all 569" at 1230,7e-6 left textcolor ls ink+gd
plot floor_1 with lines ls reference, floor_1 / 8 with lines ls reference, \
     floor_1 / 64 with lines ls reference, \
     data."/floor.dat" using 1:2 with lines ls sgd lw 1.2, \
     "" using 1:3 with lines lc rgb "#707070" lw 1.2, \
     "" using 1:4 with lines lc rgb "#383838" lw 1.2, \
     "" using 1:5 with lines ls gd
unset multiplot
unset label
