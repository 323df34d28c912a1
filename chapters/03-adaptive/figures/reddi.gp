# The convex problem on which Adam diverges.
set terminal @small
set output out("reddi")
set logscale x
set xrange [1:3000]
set yrange [-1.15:1.15]
set xtics (1, 3, 10, 30, 100, 300, 1000, 3000)
set ytics -1,0.5
set xlabel "step {/:Italic t}"
set ylabel "{/:Italic x}"
set label 1 "Adam" at 250,0.72 left textcolor ls ink+adam
set label 2 "AMSGrad, both orders" at 30,-0.55 left textcolor ls ink+amsgrad
set label 4 "optimum" at 1.1,-0.88 left textcolor ls ink+reference
plot -1 with lines ls reference, data."/reddi.dat" using 1:2 with lines ls adam lw 1.4, \
     "" using 1:4 with lines lc rgb brown lw 0.75 dt 1, \
     "" using 1:3 with lines ls amsgrad
unset label
