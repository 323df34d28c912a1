# Five methods by passes over the data.
set terminal @small
set output out("race")
inward = medium eq "svg" ? 3 : 0
set multiplot layout 1,2 margins 0.12,0.93,0.2,0.9 spacing 0.16,0
set logscale y
set format y "10^{%T}"
set xlabel "passes" offset 0,0.3
set xrange [0:40]
set yrange [1e-14:1]
set ytics 1e-15,1e3,1
set ylabel "{/:Italic f} − {/:Italic f}^*" offset inward / 2.0,0
set title "200 samples, 10 parameters" offset 0,-0.6
set label 1 "SGD" at graph 1.01,first 3e-3 left textcolor ls ink+sgd
set label 2 "GD" at 3.2,1e-11 left textcolor ls ink+gd
plot data."/small.dat" using 1:2 with lines ls gd, "" using 1:3 with lines ls sgd, \
     "" using 1:4 with lines ls sag, "" using 1:5 with lines ls saga, \
     "" using 1:6 with lines ls svrg
set ylabel ""
set xrange [0:250]
set title "tumors" offset 0,-0.6
unset label 2
set label 1 "SGD" at graph 1.01,first 2.5e-3 left textcolor ls ink+sgd
set label 3 "GD" at graph 1.01,first 7e-5 left textcolor ls ink+gd
set label 4 "SAG" at 85,1e-11 right textcolor ls ink+sag
set label 5 "SAGA" at 150,6e-12 left textcolor ls ink+saga
set label 6 "SVRG" at 205,4e-7 left textcolor ls ink+svrg
plot data."/tumors.dat" using 1:2 with lines ls gd, "" using 1:3 with lines ls sgd, \
     "" using 1:4 with lines ls sag, "" using 1:5 with lines ls saga, \
     "" using 1:6 with lines ls svrg
unset multiplot
