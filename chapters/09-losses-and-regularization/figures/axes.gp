# Which numbers are normalized together: one function, four choices of sets.
set terminal @small
set output out("axes")
set multiplot layout 2,2 margins 0.06,0.985,0.17,0.92 spacing 0.05,0.2
unset key
unset colorbox
unset tics
set border 0
set xrange [-0.6:17.6]
set yrange [3.6:-0.6]
array name[4] = ["batch", "layer", "group", "instance"]
array title[4] = ["batch normalization", "layer normalization", "group normalization, 2 groups", \
                  "instance normalization"]
# The first set is dark; the others alternate in two light greys, along a sample and from sample
# to sample. G: how many sets a sample is divided into, or all.
array G[4] = [6, 1, 2, 6]
shade(k, g) = k == 0 ? 0x0072B2 : (int(k) % g + int(k) / g) % 2 ? 0xD9D9D9 : 0xF0F0F0
do for [k = 1:4] {
    set title title[k] offset 0,-0.9
    unset label
    do for [c = 0:5] { set label c + 1 sprintf("%d", c + 1) at 3 * c + 1, 4.05 center font ",8" }
    do for [n = 0:3] { set label 10 + n sprintf("%d", n + 1) at -1, n center font ",8" }
    if (k > 2) { set label 20 "channel, three places each" at 8.5, 4.8 center font ",8" }
    if (k % 2) { set label 21 "sample" at -1.9, 1.5 center rotate by 90 font ",8" }
    plot data."/axes-".name[k].".dat" using 1:2:($1 - 0.46):($1 + 0.46):($2 - 0.42):($2 + 0.42): \
         (shade($3, G[k])) with boxxyerror fillstyle solid noborder lc rgb variable
}
unset multiplot
