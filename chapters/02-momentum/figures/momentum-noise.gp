# Momentum does not average the noise away.
floor = real(system("sed -n 's/^floor-theory\t//p' ".data."/momentum-noise.facts"))
set terminal @small
set output out("momentum-noise")
set logscale y
set xrange [0:3000]
set xtics 500
set yrange [5e-5:1]
set ytics 1e-5,10,1
set format y "10^{%T}"
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic f} − {/:Italic f}_{min}"
set label 1 "heavy ball, {/:Italic η} = 0.1, {/:Italic β} = 0.9" at 1000,0.011 left textcolor ls ink+heavy_ball
set label 2 "SGD, {/:Italic η} = 0.1, and heavy ball, {/:Italic η} = 0.01, {/:Italic β} = 0.9" at 2950,7.5e-4 right
plot floor with lines ls reference, 10 * floor with lines ls reference, \
     data."/momentum-noise.dat" using 1:4 with lines ls heavy_ball lw 1.2, \
     "" using 1:2 with lines ls sgd lw 2.6, \
     "" using 1:3 with lines ls heavy_ball lw 1.2 dt (5,3)
