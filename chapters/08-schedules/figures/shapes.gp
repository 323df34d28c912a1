# All schedules, one below the other, in small panels.
load "chapters/08-schedules/figures/shared.gp"
set terminal @tall
set output out("shapes")
names = "constant cosine stable steps exponential plateau triangles restarts one-cycle"
titles(k) = k == 1 ? "warm-up, constant" : k == 2 ? "warm-up, cosine" : \
            k == 3 ? "warm-up, stable, decay" : k == 4 ? "steps" : k == 5 ? "exponential" : \
            k == 6 ? "on a plateau" : k == 7 ? "triangles, halved" : k == 8 ? "SGDR" : "OneCycle"
set multiplot layout 3,3 margins 0.12,0.98,0.1,0.94 spacing 0.055,0.12
set xrange [0:430]
set yrange [0:1.08]
set ytics 0,0.5
set xtics 0,200
do for [k = 1:9] {
    set title titles(k) offset 0,-0.7
    if (k > 6) { set xlabel "step {/:Italic t}" offset 0,0.4 } else { unset xlabel }
    if (k == 4) { set ylabel "multiplier" offset 1,0 } else { unset ylabel }
    plot data."/shapes.dat" using 1:k+1 with lines lc rgb blue lw 1.8
}
unset multiplot
unset title
