# All methods on Rosenbrock's function, and leaving a saddle. With a key under the panels,
# this figure and the next need more height.
set terminal @small
set output out("landscapes")
# For the key: a line, a name and a place for each, in two rows under the panels.
lines = "11 13 21 22 23 24 25 26 23"
array line_name[9] = ["gradient descent", "heavy ball", "AdaGrad", "RMSProp", "AdaDelta", "Adam", \
                      "AMSGrad", "Lion", "AdaDelta, {/:Italic η} as the others"]
array place[9] = [0.04, 0.29, 0.475, 0.645, 0.82, 0.04, 0.29, 0.475, 0.645]
do for [i=1:9] {
    up = i < 6 ? 0.125 : 0.04
    set arrow i from screen place[i],up to screen place[i] + 0.04,up nohead ls int(word(lines, i))
    set label i line_name[i] at screen place[i] + 0.047,up left
}
set arrow 9 dt (2,3)
set multiplot
set tmargin at screen 0.96
set bmargin at screen 0.39
set logscale xy
set lmargin at screen 0.1
set rmargin at screen 0.52
set xrange [1:10000]
set yrange [1e-6:3e3]
set xtics (1, 10, 100, 1000, "" 10000)
set format x "%g"
set format y "10^{%T}"
set ytics 1e-6,1000,1e3
set xlabel "step {/:Italic t}" offset 0,0.3
inward = medium eq "svg" ? 3 : 0
set ylabel "{/:Italic f}" offset inward,0
plot data."/rosenbrock.dat" using 1:2 with lines ls gd lw 1, \
     "" using 1:6 with lines ls adadelta dt (2,3), \
     "" using 1:10 with lines ls adadelta, "" using 1:4 with lines ls adagrad, \
     "" using 1:8 with lines ls amsgrad, "" using 1:9 with lines ls lion lw 1.2, \
     "" using 1:5 with lines ls rmsprop lw 1.4, "" using 1:3 with lines ls heavy_ball, \
     "" using 1:7 with lines ls adam
unset arrow
unset label
set lmargin at screen 0.62
set rmargin at screen 0.98
set xrange [2:2500]
set yrange [1e-6:3]
set xtics (2, 10, 100, 1000)
set ytics 1e-6,100,1
set ylabel "|{/:Italic y}|" offset inward,0
plot data."/saddle.dat" using 1:2 with lines ls gd, "" using 1:3 with lines ls heavy_ball, \
     "" using 1:6 with lines ls adadelta dt (2,3), "" using 1:10 with lines ls adadelta, \
     "" using 1:4 with lines ls adagrad, "" using 1:9 with lines ls lion, \
     "" using 1:5 with lines ls rmsprop, "" using 1:7 with lines ls adam
unset multiplot
unset logscale
unset margins
set format
