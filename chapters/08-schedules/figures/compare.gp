# Final cost against peak rate and against mean rate.
load "chapters/08-schedules/figures/shared.gp"
set terminal @normal
set output out("compare")
set multiplot layout 1,2 margins 0.1,0.98,0.15,0.97 spacing 0.08,0
set logscale xy
set yrange [0.006:3]
set ytics ("0.01" 0.01, "0.03" 0.03, "0.1" 0.1, "0.3" 0.3, "1" 1, "3" 3)
set ylabel "training cost"
set key bottom left reverse Left samplen 3 spacing 1.05
do for [k = 1:2] {
    set xrange [(k == 1 ? 0.0008 : 0.0002):0.32]
    set xtics ("0.0003" 0.0003, "0.001" 0.001, "" 0.003, "0.01" 0.01, "" 0.03, "0.1" 0.1)
    set xlabel k == 1 ? "peak rate" : "mean rate"
    if (k == 2) { unset key; unset ylabel }
    plot data."/compare-constant.dat" using k:3 with linespoints ls constant title "constant", \
         data."/compare-cosine.dat" using k:3 with linespoints ls cosine title "cosine", \
         data."/compare-stable.dat" using k:3 with linespoints ls stable title "stable, decay", \
         data."/compare-triangles.dat" using k:3 with linespoints ls triangles title "triangles", \
         data."/compare-average.dat" using k:3 with linespoints ls average title "average", \
         (k == 1 ? data."/compare-free.dat" : "/dev/null") using k:3 with linespoints ls free title "Schedule-Free"
}
unset multiplot
unset logscale
