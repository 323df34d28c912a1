# Samples of very different scales.
set terminal @small
set output out("scaled")
inward = medium eq "svg" ? 3 : 0
set multiplot layout 1,2 margins 0.12,0.88,0.2,0.9 spacing 0.2,0
set logscale y
set format y "10^{%T}"
set xlabel "passes" offset 0,0.3
set xrange [0:60]
set yrange [1e-24:1e2]
set ytics 1e-24,1e6,1
set ylabel "{/:Italic f} − {/:Italic f}^*" offset inward / 2.0,0
set title "SAG" offset 0,-0.6
plot data."/scaled.dat" using 1:2 with lines ls sag dt (3,2), "" using 1:3 with lines ls sag, \
     "" using 1:4 with lines ls sag dt (9,3,2,3)
unset format
set autoscale y
set ytics auto
set ylabel ""
set title "the estimate of {/:Italic L}" offset 0,-0.6
plot data."/scaled.dat" using 1:5 with lines ls sag dt (9,3,2,3), \
     "" using 1:6 with lines ls reference, "" using 1:7 with lines ls reference, \
     "" using (60):6:("{/:Italic L}") every ::60::60 with labels left offset 0.7,0 enhanced, \
     "" using (60):7:("mean {/:Italic L_i}") every ::60::60 with labels left offset 0.7,0 enhanced
unset multiplot
