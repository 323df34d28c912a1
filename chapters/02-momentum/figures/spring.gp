# The heavy ball is a spring in oil.
load "chapters/02-momentum/figures/shared.gp"
set terminal @small
set output out("spring")
set xrange [0:200]
set xtics 50
set yrange [-0.9:1.15]
set ytics 0.5
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic x_t}"
set key at graph 1,1.05 right horizontal enhanced maxrows 1
plot 0 with lines ls 99, \
     for [k=0:2] data."/spring.dat" index k using 1:3 with lines ls reference lw 1.2 dt 1, \
     "" index 0 using 1:2 every 6 with points lc rgb brown pt 9 ps 0.6 title "{/:Italic β} = 0.5", \
     "" index 1 using 1:2 every 6 with points lc rgb red pt 6 ps 0.6 title "{/:Italic β} = 0.81", \
     "" index 2 using 1:2 every 3 with points ls heavy_ball pt 5 ps 0.35 title "{/:Italic β} = 0.98"
