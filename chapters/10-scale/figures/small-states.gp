# Fewer bytes, the same cost.
load "chapters/10-scale/figures/shared.gp"
set terminal @small
set output out("small-states")
set logscale y
set xrange [0:12.2]
set yrange [0.003:4]
set xtics 0,2
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set xlabel "epoch"
set ylabel "training cost"
set key top right
plot data."/small-states.dat" using 1:2 with lines ls plain title "AdamW", \
     "" using 1:4:5 with yerrorbars ls bytes title "Adam of bytes", \
     "" using 1:6 with linespoints ls adafactor title "Adafactor"
unset logscale
unset key
