# Final cost against peak rate and against mean rate.
load "chapters/08-schedules/figures/shared.gp"
set terminal @normal
set output out("compare")
set multiplot layout 1,2 margins 0.14,0.98,0.17,0.97 spacing 0.08,0
set logscale xy
set yrange [0.006:3]
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set ylabel "training cost"
names = "constant cosine stable triangles average free"
titles = "constant cosine WSD triangles average Schedule-Free"
do for [k = 1:2] {
    set xrange [(k == 1 ? 0.0008 : 0.0002):0.32]
    set xtics ("" 0.0003, "0.001" 0.001, "" 0.003, "0.01" 0.01, "" 0.03, "0.1" 0.1)
    set xlabel k == 1 ? "peak rate" : "mean rate"
    if (k == 1) { set key bottom left reverse Left samplen 3 spacing 1.05 } else { unset key; unset ylabel }
    plot for [c = 1:(k == 1 ? 6 : 5)] data."/compare-".word(names, c).".dat" using k:3 \
         with linespoints ls 80 + c title word(titles, c)
}
unset multiplot
unset logscale
