# shared.gp: draws the maps of the network in `network`, "norm" or "plain". From dark (best) to light; the lightness falls evenly, so that it prints in grey.
set palette defined (0 "#00224E", 0.25 "#414D6B", 0.5 "#7C7B78", 0.75 "#BCAF6F", 1 "#FEE838")
set logscale xyz
set logscale cb
unset colorbox
set style fill solid noborder
half_rate = sqrt(2)
half_decay = 10**0.25
set tics scale 0.4

set terminal @normal
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
         file."-best.dat" using 1:($2/over($1)) with linespoints lc rgb "#111111" lw 4 dt 1 pt 7 ps 0.9, \
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
