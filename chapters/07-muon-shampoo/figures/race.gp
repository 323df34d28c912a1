# Training cost by epoch and by time.
set terminal @normal
set output out("race")
set multiplot layout 1,2
set logscale y
set format y "10^{%T}"
set yrange [8e-4:3]
set ytics 1e-4,10,10
do for [time = 0:1] {
    set xrange [0:(time ? 70 : 8)]
    set xtics 0,(time ? 20 : 2)
    set xlabel (time ? "milliseconds" : "epoch")
    if (time) { unset ylabel } else { set ylabel "training cost" }
    set rmargin 2
    set label 1 "AdamW" at graph (time ? 0.06 : 0.45), first (time ? 0.0042 : 0.13) left textcolor ls ink+adamw
    set label 2 "Muon" at graph (time ? 0.72 : 0.50), first 0.0014 left textcolor ls ink+muon
    set label 3 "Shampoo" at graph (time ? 0.50 : 0.70), first (time ? 0.06 : 0.013) left textcolor ls ink+shampoo
    plot data."/race.dat" using (time ? $2 : $1):4:5 with filledcurves lc rgb "#F6DCC8", \
         "" using (time ? $6 : $1):8:9 with filledcurves lc rgb "#F5E6C4", \
         "" using (time ? $10 : $1):12:13 with filledcurves lc rgb "#CDE7DE", \
         "" using (time ? $2 : $1):3 with lines ls adamw, \
         "" using (time ? $6 : $1):7 with lines ls muon, \
         "" using (time ? $10 : $1):11 with lines ls shampoo
}
unset multiplot
unset label
unset logscale
set format
unset rmargin
