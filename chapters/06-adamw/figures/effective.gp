# Effective decay against the gradients' scale.
set terminal @small
set output out("effective")
set logscale xy
set format x "10^{%T}"
set format y "10^{%T}"
set xrange [0.008:13]
set yrange [0.02:3]
set xtics 0.01,10,10
set ytics 0.01,10,1
set xlabel "size {/:Italic σ} of the gradients"
set ylabel "share lost a step / {/:Italic η}"
set label 1 "AdamW" at 1.6,0.66 left textcolor ls ink+adamw
set label 2 "penalty in Adam" at 0.35,0.13 left textcolor ls ink+adam_l2
set label 3 "{/:Italic λ} / {/:Italic σ}" at 0.27,2.3 left textcolor ls ink+reference
plot (x > 0.26 ? 0.5 / x : 1/0) with lines ls reference, \
     0.5 / sqrt(x**2 + 0.25) with lines ls adam_l2, \
     0.5 with lines ls adamw, \
     data."/effective.dat" using 1:2 with points ls adam_l2 ps 0.7, \
     "" using 1:3 with points ls adamw ps 0.7
unset label
unset logscale
set format
