# The competition of AlgoPerf: profiles, and scores with what resampled studies give.
set output out("algoperf")
set multiplot
set tmargin at screen 0.95
set bmargin at screen 0.175
set lmargin at screen 0.15
set rmargin at screen 0.46
set xrange [1:4]
set yrange [0:1]
set xtics 1
set ytics 0.25
set xlabel "{/:Italic τ}" offset 0,0.3
set ylabel "share of workloads" offset 1,0
set key at graph 0.98,0.03 right bottom samplen 2
plot data."/algoperf_profiles.dat" using 1:2 with steps ls shampoo title "Shampoo", \
     "" using 1:3 with steps ls adamw title "Schedule-Free", \
     "" using 1:9 with steps ls lion title "CASPR", \
     "" using 1:7 with steps ls reference lw 1.6 title "baseline"
unset key
set lmargin at screen 0.735
set rmargin at screen 0.985
set xrange [0:1]
set yrange [11.6:0.4]
set xtics 0.5
set ytics ("Shampoo" 1, "Schedule-Free AdamW" 2, "Generalized Adam" 3, "Cyclic LR" 4, "NadamP" 5, \
           "baseline" 6, "Amos" 7, "CASPR" 8, "LAWA queue" 9, "LAWA EMA" 10, "Prodigy" 11)
set xlabel "score" offset 0,0.3
unset ylabel
plot data."/algoperf.dat" using 2:1:3:4 with xerrorbars lc rgb blue lw 1.6 pt 7 ps 0.6
unset multiplot
