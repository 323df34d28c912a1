# figures.gp: draws the figures of chapter 6. See docs/style.gp for the names.

set terminal @small
# The best decay of Adam with a penalty, for four learning rates.
set output out("knob")
set logscale xy
set format x "10^{%T}"
set xlabel "coefficient {/:Italic λ} of the penalty"
set ylabel "cost on new samples"
set xrange [0.0008:12]
set yrange [0.11:0.2]
set ytics ("0.12" 0.12, "0.14" 0.14, "0.16" 0.16, "0.18" 0.18, "0.20" 0.2)
set rmargin 3
set label 1 "{/:Italic η} = 0.032" at 3.7,0.1635 left textcolor rgb "#003B5C"
set label 2 "0.016" at 3.7,0.1545 left textcolor rgb "#005A8E"
set label 3 "0.008" at 3.7,0.1405 left textcolor rgb "#0072B2"
set label 4 "{/:Italic η} = 0.004" at 0.0024,0.187 left textcolor rgb dark(sky)
set label 5 "best {/:Italic λ}" at 0.05,0.1145 center
plot data."/norm-l2.dat" index 0 using 2:3 with linespoints lc rgb "#3A9BD9" lw 2 dt (3,2) pt 4 ps 0.5, \
     "" index 1 using 2:3 with linespoints lc rgb "#0072B2" lw 2 dt (9,3,2,3) pt 10 ps 0.5, \
     "" index 2 using 2:3 with linespoints lc rgb "#005A8E" lw 2 dt (9,3) pt 8 ps 0.5, \
     "" index 3 using 2:3 with linespoints lc rgb "#003B5C" lw 2 dt 1 pt 6 ps 0.5, \
     data."/norm-l2-best.dat" using 2:3 with points lc rgb black pt 7 ps 0.8
unset label
unset logscale
set format
unset rmargin

# A penalty goes through the velocity; a decay does not.
set output out("momentum")
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic θ_t} / {/:Italic θ}_0"
set xrange [0:120]
set yrange [-0.4:1.05]
set xtics 0,20
set ytics -0.25,0.25,1
set label 1 "penalty, through the velocity" at 11,0.45 left textcolor ls ink+heavy_ball
set label 2 "decay, SGDW" at 23,0.17 left textcolor rgb purple
plot 0 with lines ls reference, \
     data."/momentum.dat" using 1:4 with lines lc rgb purple lw 2.2 dt (9,3), \
     "" using 1:2 with lines ls heavy_ball, \
     "" every 4 using 1:3 with points lc rgb black pt 6 ps 0.45
unset label

# Effective decay against the gradients' scale.
set output out("effective")
set logscale xy
set format x "10^{%T}"
set format y "10^{%T}"
set xrange [0.008:13]
set yrange [0.02:3]
set xtics 0.01,10,10
set ytics 0.01,10,1
set xlabel "size {/:Italic σ} of the gradients"
set ylabel "share lost a step / {/:Italic η}"
set label 1 "AdamW" at 1.6,0.66 left textcolor ls ink+adamw
set label 2 "penalty in Adam" at 0.35,0.13 left textcolor ls ink+adam_l2
set label 3 "{/:Italic λ} / {/:Italic σ}" at 0.27,2.3 left textcolor ls ink+reference
plot (x > 0.26 ? 0.5 / x : 1/0) with lines ls reference, \
     0.5 / sqrt(x**2 + 0.25) with lines ls adam_l2, \
     0.5 with lines ls adamw, \
     data."/effective.dat" using 1:2 with points ls adam_l2 ps 0.7, \
     "" using 1:3 with points ls adamw ps 0.7
unset label
unset logscale
set format

# How the weights grow.
set output out("sizes")
set xlabel "step"
set ylabel "size of the weights"
set xrange [0:820]
set yrange [0.1:0.3]
set xtics 0,200
set ytics 0.1,0.1
set rmargin 19
set label 1 "Adam, no decay" at graph 1.02, first 0.257 left textcolor ls ink+adam
set label 2 "AdamW" at graph 1.02, first 0.166 left textcolor ls ink+adamw
set label 3 "penalty in Adam" at graph 1.02, first 0.140 left textcolor ls ink+adam_l2
plot data."/sizes.dat" using 1:3:4 with filledcurves lc rgb "#CFE3F1", \
     "" using 1:9:10 with filledcurves lc rgb "#F6DCC8", \
     "" using 1:6:7 with filledcurves lc rgb "#CFE3F1", \
     "" using 1:2 with lines ls adam, \
     "" using 1:5 with lines ls adam_l2, \
     "" using 1:8 with lines ls adamw
unset label
unset rmargin

# The schedule must multiply the decay, too.
set output out("schedule")
set multiplot layout 1,2
set xlabel "step"
set ylabel "multiplier {/:Italic s}"
set yrange [0:1.08]
set ytics 0,0.5
set xtics 0,400
set label 1 "warm-up" at 70,0.35 left
set label 2 "cosine" at 500,0.7 left
plot data."/multiplier.dat" using 1:2 with lines lc rgb black lw 2
unset label
set xlabel "epoch"
set ylabel "training cost"
set xrange [0:20]
set xtics 0,5
set logscale y
set yrange [0.02:4]
set ytics ("0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set label 1 "decay steady" at 6.5,0.2 left textcolor rgb brown
set label 2 "decay scheduled" at 9.5,0.026 left textcolor ls ink+adamw
plot data."/costs.dat" using 1:21:22 with filledcurves lc rgb "#E4D9CC", \
     "" using 1:15:16 with filledcurves lc rgb "#F6DCC8", \
     "" using 1:20 with lines lc rgb brown lw 2 dt (9,3), \
     "" using 1:14 with lines ls adamw
unset multiplot
unset label
unset logscale

# With and without decay, by epoch, in batches and one by one.
set output out("curves")
set multiplot layout 1,2
set xlabel "epoch"
set ylabel "cost"
set logscale y
set yrange [0.003:1]
set ytics ("0.003" 0.003, "0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1)
set rmargin 2
do for [single = 0:1] {
    file = data.(single ? "/single.dat" : "/costs.dat")
    w = single ? 8 : 14
    set xrange [0:(single ? 5 : 20)]
    set xtics 0,(single ? 1 : 5)
    set title (single ? "batch size 1" : "batch size 32") offset 0,-0.4
    if (single) { unset ylabel }
    set label 1 "test" at graph 0.97, first 0.45 right front
    set label 2 "AdamW" at graph 0.98, first (single ? 0.048 : 0.06) right front \
        textcolor ls adamw
    set label 3 "Adam" at graph 0.98, first (single ? 0.0075 : 0.0105) right front \
        textcolor ls adam
    plot file using 1:6:7 with filledcurves lc rgb "#CFE3F1", \
         "" using 1:w+4:w+5 with filledcurves lc rgb "#F6DCC8", \
         "" using 1:2 with lines ls adam, \
         "" using 1:5 with lines ls adam, \
         "" using 1:w with lines ls adamw, \
         "" using 1:w+3 with lines ls adamw
}
unset multiplot
unset title
unset label
unset logscale
unset rmargin

# The maps. From dark (best) to light; the lightness falls evenly, so that it prints in grey.
set palette defined (0 "#00224E", 0.25 "#414D6B", 0.5 "#7C7B78", 0.75 "#BCAF6F", 1 "#FEE838")
set logscale xyz
set logscale cb
unset colorbox
set style fill solid noborder
half_rate = sqrt(2)
half_decay = 10**0.25
set tics scale 0.4

set terminal @normal
do for [network in "norm plain"] {
    set output out(network eq "norm" ? "map" : "map-plain")
    set multiplot
    unset key
    unset mytics
    unset ylabel
    set logscale xy
    rate0 = network eq "norm" ? 4e-3 : 8e-3
    worst = network eq "norm" ? 1.3 : 1.5
    set cbrange [1:worst]
    set xrange [rate0 / half_rate : 32e-3 * half_rate]
    set xtics ("0.004" 4e-3, (network eq "norm" ? "" : "0.008") 8e-3, "" 16e-3, "0.032" 32e-3)
    set format y "10^{%T}"
    # The scale of the map before has unset them, and with them all that was said of tics.
    set ytics out nomirror scale 0.4 1e-5,10,1000
    set tmargin at screen 0.90
    set bmargin at screen 0.37
    set xlabel "learning rate {/:Italic η}"
    do for [k = 0:2] {
        set lmargin at screen 0.095 + 0.325 * k
        set rmargin at screen 0.315 + 0.325 * k
        set label 9 "{/:Italic λ}" at graph -0.17, 1.07 center
        unset key
        set title (k == 0 ? "penalty in Adam" : \
                   k == 1 ? "AdamW, {/:Italic w} = {/:Italic ηλ}" : \
                            "AdamW, {/:Italic w} = {/:Italic λ}") offset 0,-0.4
        file = data."/".network.(k == 0 ? "-l2" : "-w")
        low = network eq "norm" ? 1e-3 : 1e-4
        # All three panels span as many decades, so that their slopes can be compared by eye.
        own = network eq "norm" && k == 0 ? 3.5 : 2.5
        middle = low * 10**(own / 2) / (k == 1 ? sqrt(32e-3 * rate0) : 1)
        reach = 10**((network eq "norm" ? 3.5 : 3.1) / 2) * half_decay
        over(x) = k == 1 ? x : 1
        set yrange [middle / reach : middle * reach]
        plot file.".dat" using 1:($2/over($1)):($1/half_rate):($1*half_rate): \
                 ($2/over($1)/half_decay):($2/over($1)*half_decay): \
                 ($4 > worst ? worst : $4) with boxxyerror fillcolor palette, \
             file."-best.dat" using 1:($2/over($1)) with linespoints lc rgb "black" lw 4 dt 1 pt 7 ps 0.9, \
             "" using 1:($2/over($1)) with linespoints lc rgb "white" lw 1.6 dt 1 pt 7 ps 0.55
    }
    # The scale, drawn by hand below the maps.
    unset title
    unset label
    unset mytics
    set lmargin at screen 0.32
    set rmargin at screen 0.68
    set tmargin at screen 0.135
    set bmargin at screen 0.105
    set xrange [1:worst]
    set yrange [1:2]
    set xtics ("1" 1, "1.1" 1.1, "1.2" 1.2)
    if (worst > 1.3) { set xtics add ("1.3" 1.3) }
    set xtics add (sprintf("≥ %.1f", worst) worst)
    unset ytics
    set border 0
    unset xlabel
    set label 1 "cost / best cost" at graph -0.04, 0.5 right
    place(step) = worst**(step / 40.0)
    plot "+" using (place($0+0.5)):(1.4):(place($0)):(place($0+1)):(1):(2):(place($0+0.5)) \
        every ::0::39 with boxxyerror fillcolor palette
    unset label
    set border 3
    unset multiplot
}
