# The network on the digits, in batches: training and test cost. Bars at the right: the range over
# the seeds after the last epoch.
set terminal @small
set output out("digits-cost")
# For the key: a line and a name for each method, in two rows under the panels.
numbers = "12 13 21 22 23 24 25 26"
array method_name[8] = ["SGD", "heavy ball", "AdaGrad", "RMSProp", "AdaDelta", "Adam", "AMSGrad", "Lion"]
inward = medium eq "svg" ? 3 : 0
set multiplot
set logscale y
set tmargin at screen 0.91
set bmargin at screen 0.39
set xrange [0:25]
set xtics 0,5,20
set xlabel "epoch" offset 0,0.3
do for [side=1:2] {
    if (side == 1) {
        set yrange [3e-4:4]
        set ytics (0.001, 0.01, 0.1, 1)
    } else {
        set yrange [0.1:4]
        set ytics (0.1, 0.2, 0.5, 1, 2)
    }
    set lmargin at screen 0.1 + 0.48 * (side - 1)
    set rmargin at screen 0.5 + 0.48 * (side - 1)
    set ylabel (side == 1 ? "cost" : "") offset inward + 0.5,0
    set title (side == 1 ? "training" : "test") offset 0,-0.6
    if (side == 2) {
        do for [i=0:7] {
            across = 0.12 + 0.22 * (i % 4)
            up = i < 4 ? 0.125 : 0.04
            set arrow i + 1 from screen across,up to screen across + 0.06,up nohead ls int(word(numbers, i + 1))
            set label i + 1 method_name[i + 1] at screen across + 0.07,up left
        }
    }
    mean(k) = 6 * k + 3 * side - 1
    plot for [k=0:7] data."/digits-batch.dat" using 1:(column(mean(k))) \
             with lines ls int(word(numbers, k + 1)), \
         for [k=0:7] "" every ::20::20 using ($1 * (1.04 + 0.027 * k)):(column(mean(k))): \
             (column(mean(k) + 1)):(column(mean(k) + 2)) with yerrorbars \
             ls int(word(numbers, k + 1)) dt 1 lw 1.4 ps 0.35
}
unset multiplot
