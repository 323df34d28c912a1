# Momentum and noise: with independent draws, and with shuffled samples.
set terminal @small
set output out("momentum-noise")
floor = real(system("sed -n 's/^floor-theory\t//p' ".data."/momentum-noise.facts"))
set multiplot layout 1,2
set logscale y
set xrange [0:3000]
set xtics 1000
set yrange [3e-5:1]
set ytics 1e-5,10,1
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}^*"
set label 1 "heavy ball, {/:Italic η} = 0.1" at 2950,0.011 right textcolor ls ink+heavy_ball
set label 2 "SGD, {/:Italic η} = 0.1" at 2950,9.5e-4 right textcolor ls ink+sgd
set label 3 "heavy ball, {/:Italic η} = 0.01" at 2950,6e-5 right textcolor ls ink+heavy_ball
plot floor with lines ls reference, 10 * floor with lines ls reference, \
     data."/momentum-noise.dat" using 1:4 with lines ls heavy_ball lw 1.2, \
     "" using 1:2 with lines ls sgd lw 2.6, \
     "" using 1:3 with lines ls heavy_ball lw 1.2 dt (5,3)
unset label
set logscale x
set rmargin 9
set xrange [0.8:64]
set xtics (1, 4, 16, 64)
set yrange [4e-8:0.03]
set ytics 1e-8,100,1
set xlabel "samples in the batch {/:Italic b}"
set ylabel "floor"
set label 1 "independent" at 5,5e-3 left textcolor ls ink+reference
set label 2 "SGD" at 75,3.8e-6 left textcolor ls ink+sgd
set label 3 "{/:Italic β} = 0.9" at 75,7.7e-7 left textcolor ls ink+heavy_ball
set label 4 "{/:Italic β} = 0.99" at 75,8.1e-8 left textcolor rgb brown
plot 32 * floor / x with lines ls reference, \
     data."/shuffled.dat" using 1:2 with linespoints ls sgd, \
     "" using 1:3 with linespoints ls heavy_ball, \
     "" using 1:4 with linespoints lc rgb brown lw 1.6 dt (9,3) pt 9 ps 0.5
unset multiplot
