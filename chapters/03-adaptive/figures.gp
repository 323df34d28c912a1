# figures.gp: draws the figures of chapter 3. See docs/style.gp for the names.

# Level curves of a function of x and y, as a table of their own.
levels(name) = sprintf("%s/%s.contour", data, name)

# Gradient descent and RMSProp in a stretched valley.
set table levels("stretched")
set contour base
unset surface
set view map
set isosamples 80
set cntrparam levels discrete 0.02, 0.1, 0.3, 0.7, 1.3, 2.1
splot [-1.15:0.25] [-0.075:0.075] (x**2 + 1000 * y**2) / 2
unset table
unset contour
set surface

set terminal @small
set output out("stretched")
set multiplot layout 1,2
set xrange [-1.1:0.2]
set yrange [-0.072:0.072]
set xtics 0.5
set ytics 0.05
set xlabel "{/:Italic x}"
set ylabel "{/:Italic y}"
set label 1 "gradient descent" at -0.6,0.06 left textcolor ls ink+gd front boxed
set label 9 "+" at 0,0 center font ",16" front
plot levels("stretched") using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/stretched.dat" using 2:3 with linespoints ls gd lw 0.9 ps 0.3
set ylabel ""
set label 1 "RMSProp" at -0.6,0.06 left textcolor ls ink+rmsprop front boxed
plot levels("stretched") using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/stretched.dat" using 4:5 with linespoints ls rmsprop dt 1 lw 0.9 ps 0.3
unset multiplot
unset label

# AdaGrad's first ten steps on x² + 3y².
set table levels("adagrad")
set contour base
unset surface
set cntrparam levels discrete 0.25, 1, 2.5, 5, 9, 15
splot [-2.4:2.4] [-0.6:2.4] x**2 + 3 * y**2
unset table
unset contour
set surface

# Beside them, what AdaGrad and RMSProp divide by.
set output out("adagrad")
set multiplot layout 1,2
set xrange [-2.4:2.4]
set yrange [-0.5:2.3]
set size ratio -1
set xtics 1
set ytics 1
set ylabel "{/:Italic y}" offset 1,0
set label 1 "from (2, 2)" at 1.5,2.12 right textcolor ls ink+adagrad front boxed
set label 2 "from (−2, 1)" at -1.8,1.2 left textcolor ls ink+adagrad front boxed
set label 9 "+" at 0,0 center font ",16" front
plot levels("adagrad") using 1:2 with lines lc rgb "#bbbbbb" lw 0.6, \
     data."/adagrad.dat" using 2:3 with linespoints ls adagrad dt 1 lw 1.2 pt 7 ps 0.5, \
     "" using 4:5 with linespoints ls adagrad dt 1 lw 1.2 pt 7 ps 0.5
unset label
set size noratio
set logscale y
set xrange [0:1000]
set yrange [0.01:100]
set xtics 0,250
set ytics ("0.01" 0.01, "0.1" 0.1, "1" 1, "10" 10, "100" 100)
set xlabel "step {/:Italic t}"
set ylabel "divisor" offset 0,0
set label 1 "AdaGrad, √{/:Italic s}" at 400,40 left textcolor ls ink+adagrad
set label 2 "RMSProp, √{/:Italic v}" at 420,1 left textcolor ls ink+rmsprop
set label 3 "|{/:Italic g}|" at 950,0.5 left textcolor rgb dark(grey) front
plot data."/accumulators.dat" using 1:2 with points ls data_points ps 0.12, \
     "" using 1:3 with lines ls adagrad, "" using 1:4 with lines ls rmsprop
unset multiplot
unset label
unset logscale

# How long Adam's steps can be.
set output out("bound")
set xrange [-40:60]
set yrange [0:8]
set xtics -40,20
set ytics 0,1
set xlabel "steps after the event"
set ylabel "step / {/:Italic η}"
set label 1 "bound" at 58,7.6 right textcolor ls ink+reference
set label 2 "growing by 11 % a step, then zero" at 3,6.3 left textcolor ls ink+adam
set label 3 "one gradient among zeros" at 13,2.7 left textcolor rgb dark(red)
set label 4 "constant" at 59,1.4 right textcolor rgb black
set label 5 "noise" at -39,0.62 left textcolor rgb dark(grey) front
plot data."/bound.dat" using 1:6 with lines ls reference, \
     "" using 1:3 with lines ls sgd lw 1, \
     "" using 1:2 with lines ls gd, \
     "" using 1:4 with linespoints lc rgb red lw 1.4 pt 4 ps 0.3, \
     "" using 1:5 with linespoints ls adam lw 1.6 ps 0.3
unset label

# The convex problem on which Adam diverges.
set output out("reddi")
set logscale x
set xrange [1:3000]
set yrange [-1.15:1.15]
set xtics (1, 3, 10, 30, 100, 300, 1000, 3000)
set ytics -1,0.5
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic x}"
set label 1 "Adam" at 250,0.72 left textcolor ls ink+adam
set label 2 "AMSGrad, both orders" at 30,-0.55 left textcolor ls ink+amsgrad
set label 4 "optimum" at 1.1,-0.88 left textcolor ls ink+reference
plot -1 with lines ls reference, data."/reddi.dat" using 1:2 with lines ls adam lw 1.4, \
     "" using 1:4 with lines lc rgb brown lw 1.2 dt 1, \
     "" using 1:3 with lines ls amsgrad
unset label

# All methods on Rosenbrock's function, and leaving a saddle. With a key under the panels,
# this figure and the next need more height.
set terminal @normal
set output out("landscapes")
# For the key: a line, a name and a place for each, in two rows under the panels.
lines = "11 13 21 22 23 24 25 26 23"
array line_name[9] = ["gradient descent", "heavy ball", "AdaGrad", "RMSProp", "AdaDelta", "Adam", \
                      "AMSGrad", "Lion", "AdaDelta, {/:Italic η} as the others"]
array place[9] = [0.04, 0.29, 0.475, 0.645, 0.82, 0.04, 0.29, 0.475, 0.645]
do for [i=1:9] {
    up = i < 6 ? 0.11 : 0.035
    set arrow i from screen place[i],up to screen place[i] + 0.04,up nohead ls int(word(lines, i))
    set label i line_name[i] at screen place[i] + 0.047,up left
}
set arrow 9 dt (2,3)
set multiplot
set tmargin at screen 0.96
set bmargin at screen 0.33
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

# The network on the digits: train and test cost, one by one and in batches. Bars at the right:
# the range over the seeds after the last epoch.
set terminal @normal
set output out("digits")
# For the key: a line and a name for each method, in two rows under the panels.
numbers = "12 13 21 22 23 24 25 26"
array method_name[8] = ["SGD", "heavy ball", "AdaGrad", "RMSProp", "AdaDelta", "Adam", "AMSGrad", "Lion"]
set multiplot
set logscale y
do for [row=1:2] {
    file = data.(row == 1 ? "/digits-one.dat" : "/digits-batch.dat")
    last = row == 1 ? 5 : 20
    set tmargin at screen 1.34 - 0.4 * row
    set bmargin at screen 1.08 - 0.4 * row
    set xrange [0:1.25 * last]
    set xtics 0,(row == 1 ? 1 : 5),last
    set xlabel (row == 2 ? "epoch" : "") offset 0,0.3
    do for [side=1:2] {
        if (side == 1) {
            set yrange [3e-4:4]
            set ytics (0.001, 0.01, 0.1, 1)
        } else {
            set yrange [0.08:4]
            set ytics (0.1, 0.2, 0.5, 1, 2)
        }
        set lmargin at screen 0.1 + 0.48 * (side - 1)
        set rmargin at screen 0.5 + 0.48 * (side - 1)
        set ylabel (side == 1 ? "cost" : "") offset inward + 0.5,0
        set title (side == 1 ? "train, batch of " : "test, batch of ").(row == 1 ? "1" : "32") offset 0,-0.6
        if (row == 2 && side == 2) {
            do for [i=0:7] {
                across = 0.12 + 0.22 * (i % 4)
                up = i < 4 ? 0.1 : 0.035
                set arrow i + 1 from screen across,up to screen across + 0.06,up nohead ls int(word(numbers, i + 1))
                set label i + 1 method_name[i + 1] at screen across + 0.07,up left
            }
        }
        mean(k) = 6 * k + 3 * side - 1
        plot for [k=0:7] file using 1:(column(mean(k))) with lines ls int(word(numbers, k + 1)), \
             for [k=0:7] file every ::last::last using ($1 * (1.04 + 0.027 * k)):(column(mean(k))): \
                 (column(mean(k) + 1)):(column(mean(k) + 2)) with yerrorbars \
                 ls int(word(numbers, k + 1)) dt 1 lw 1.4 pt 7 ps 0.25
    }
}
unset multiplot
unset logscale
unset title
unset margins
set format

unset arrow
unset label

# Rare classes.
set terminal @small
set output out("zipf")
# From the commonest quarter to the rarest: no hue of a method.
array rare[4] = [0x9A8F5F, 0x7A7663, 0x4A5169, 0x00204D]
set multiplot layout 1,3 margins 0.09,0.99,0.25,0.9 spacing 0.04,0
set xrange [0:100]
set yrange [0:6.8]
set xtics 0,25,75
set xlabel "step {/:Italic t}"
set ytics 0,1
set ylabel "cost" offset inward / 2.0,0
do for [k=0:2] {
    if (k > 0) { set ylabel ""; set format y "" }
    set title (k == 0 ? "gradient descent" : k == 1 ? "heavy ball" : "Adam") offset 0,-0.6
    set label 1 "rarest" at 97,(k == 0 ? 5.3 : k == 1 ? 4.1 : 3.1) right textcolor rgb rare[4]
    unset label 2
    if (k == 0) { set label 2 "commonest" at 25,0.9 left offset 0,-0.55 textcolor rgb 0x7A7148 }
    plot data."/zipf.dat" using 1:(column(3 + 5 * k)) with lines lc rgb rare[1] lw 2.2, \
         "" using 1:(column(4 + 5 * k)) with lines lc rgb rare[2] lw 1.6 dt (9,3), \
         "" using 1:(column(5 + 5 * k)) with lines lc rgb rare[3] lw 1.6 dt (9,3,2,3), \
         "" using 1:(column(6 + 5 * k)) with lines lc rgb rare[4] lw 2.2, \
         "" using 1:(column(2 + 5 * k)) with lines ls reference lw 1.2
}
unset multiplot
