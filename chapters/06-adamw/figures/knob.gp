# The best decay of Adam with a penalty, for four learning rates.
set terminal @small
set output out("knob")
set logscale xy
set format x "10^{%T}"
set xlabel "coefficient {/:Italic λ} of the penalty"
set ylabel "cost on new samples"
set xrange [0.0008:12]
set yrange [0.11:0.2]
set ytics ("0.12" 0.12, "0.14" 0.14, "0.16" 0.16, "0.18" 0.18, "0.20" 0.2)
set rmargin 3
set label 1 "{/:Italic η} = 0.032" at 3.7,0.1635 left textcolor rgb "#003B5C"
set label 2 "0.016" at 3.7,0.1545 left textcolor rgb "#005A8E"
set label 3 "0.008" at 3.7,0.1405 left textcolor rgb "#0072B2"
set label 4 "{/:Italic η} = 0.004" at 0.0024,0.187 left textcolor rgb dark(sky)
set label 5 "best {/:Italic λ}" at 0.05,0.1145 center
plot data."/norm-l2.dat" index 0 using 2:3 with linespoints lc rgb "#3A9BD9" lw 2 dt (3,2) pt 4 ps 0.5, \
     "" index 1 using 2:3 with linespoints lc rgb "#0072B2" lw 2 dt (9,3,2,3) pt 10 ps 0.5, \
     "" index 2 using 2:3 with linespoints lc rgb "#005A8E" lw 2 dt (9,3) pt 8 ps 0.5, \
     "" index 3 using 2:3 with linespoints lc rgb "#003B5C" lw 2 dt 1 pt 6 ps 0.5, \
     data."/norm-l2-best.dat" using 2:3 with points lc rgb black pt 7 ps 0.8
unset label
unset logscale
set format
unset rmargin
