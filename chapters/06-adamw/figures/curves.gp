# With and without decay, by epoch, in batches and one by one.
set terminal @small
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
        textcolor ls ink+adamw
    set label 3 "Adam" at graph 0.98, first (single ? 0.0075 : 0.0105) right front \
        textcolor ls ink+adam
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
