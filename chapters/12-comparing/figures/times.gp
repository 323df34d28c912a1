# Steps to the target, study by study; crosses above did not come there.
set terminal @tall
set output out("times")
set multiplot layout 2,2 margins 0.11,0.985,0.13,0.95 spacing 0.1,0.2
set xrange [-0.6:8.6]
set yrange [3:320]
set logscale y
set ytics (5, 20, 80, "not" 220)
set ylabel "steps" offset 1,0
set xtics ("SGD" 0, "heavy ball" 1, "Nesterov" 2, "AdaGrad" 3, "RMSProp" 4, "Adam" 5, "AdamW" 6, "Lion" 7, "Muon" 8) rotate by 45 right
array title[4] = ["digits", "Zipf", "pairs", "language"]
do for [w = 0:3] {
    set title title[w + 1] offset 0,-0.8
    if (w < 2) { set format x "" } else { set format x }
    plot data."/times.dat" index w using 1:($3 == 1 ? $2 : NaN) with points lc rgb blue pt 7 ps 0.5, \
         "" index w using 1:($3 == 0 ? $2 : NaN) with points lc rgb red pt 2 ps 0.6
}
unset multiplot
