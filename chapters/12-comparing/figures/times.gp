# Steps to the target, study by study; crosses on the right did not come there.
set terminal @small
set output out("times")
set multiplot layout 1,4 margins 0.14,0.985,0.21,0.92 spacing 0.02,0
set yrange [8.6:-0.6]
set xrange [6:320]
set logscale x
set xtics (10, 50, "not" 220)
set xlabel "steps" offset 0,0.3
set ytics ("SGD" 0, "heavy ball" 1, "Nesterov" 2, "AdaGrad" 3, "RMSProp" 4, "Adam" 5, "AdamW" 6, "Lion" 7, "Muon" 8)
array title[4] = ["digits", "Zipf", "pairs", "language"]
do for [w = 0:3] {
    set title title[w + 1] offset 0,-0.8
    if (w > 0) { unset ytics }
    plot data."/times.dat" index w using ($3 == 1 ? $2 : NaN):1 with points lc rgb blue pt 7 ps 0.5, \
         "" index w using ($3 == 0 ? $2 : NaN):1 with points lc rgb red pt 2 ps 0.6
}
unset multiplot
