# Rare classes.
set terminal @small
set output out("zipf")
# From the commonest quarter to the rarest: no hue of a method.
array rare[4] = [0x9A8F5F, 0x7A7663, 0x4A5169, 0x00204D]
inward = medium eq "svg" ? 3 : 0
set multiplot layout 1,3 margins 0.09,0.99,0.25,0.9 spacing 0.04,0
set xrange [0:100]
set yrange [0:6.8]
set xtics 0,25,75
set xlabel "step {/:Italic t}" offset 0,0.3
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
