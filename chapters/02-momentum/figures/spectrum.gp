# Speed against both rates, and what is left of each direction after 40 steps.
set terminal @normal
set output out("spectrum")
set multiplot
unset key
# From dark (fast) to light; the lightness falls evenly, so that it prints in grey.
set palette defined (0 "#00224E", 0.25 "#414D6B", 0.5 "#7C7B78", 0.75 "#BCAF6F", 1 "#FEE838")
unset colorbox
set style fill solid noborder
set logscale xy
set logscale cb
slowest = 1000
set cbrange [10:slowest]
half_x = 10**(2.7 / 120)
half_y = 10**(2.0 / 96)
set tmargin at screen 0.97
set bmargin at screen 0.41
set lmargin at screen 0.115
set rmargin at screen 0.46
set xrange [0.01:5.0119]
set yrange [1:0.01] reverse
set xtics (0.01, 0.1, 1)
set ytics ("0" 1, "0.9" 0.1, "0.99" 0.01)
set xlabel "learning rate {/:Italic ηL}" offset 0,0.3
set ylabel "momentum {/:Italic β}" offset 1.5,0
set label 1 "diverges" at 2.6,0.16 rotate by 90 center textcolor ls ink+reference
fact(key) = real(system("sed -n 's/^".key."\t//p' ".data."/spectrum.facts"))
plot data."/map.dat" using 1:2:($1/half_x):($1*half_x):($2/half_y):($2*half_y): \
         ($3 > slowest ? slowest : $3 > 0 ? $3 : NaN) with boxxyerror fillcolor palette, \
     [t=0.01:1] "+" using (2*(2-$1)):1 with lines lc rgb black lw 1.4, \
     [t=0.01:1] "+" using (0.1*$1):1 with lines lc rgb "white" lw 1.2 dt (5,3), \
     "<echo 0 0" using (fact("map-lr")):(1-fact("map-beta")) with points pt 2 ps 0.9 lw 2 lc rgb "white"
unset label
# The scale, below the map.
set lmargin at screen 0.16
set rmargin at screen 0.40
set tmargin at screen 0.135
set bmargin at screen 0.105
set xrange [9.9:1010]
set yrange [1:2] noreverse
unset logscale y
set xtics ("10" 10, "100" 100, "≥ 1000" 1000)
unset ytics
set border 0
unset ylabel
unset xlabel
set label 1 "steps for a decimal digit" at graph 0.5, 2.0 center
place(step) = 10 * (slowest / 10.0)**(step / 40.0)
plot "+" using (place($0+0.5)):(1.4):(place($0)):(place($0+1)):(1):(2):(place($0+0.5)) \
    every ::0::39 with boxxyerror fillcolor palette
unset label
set border 3
set tmargin at screen 0.97
set bmargin at screen 0.15
set lmargin at screen 0.635
set rmargin at screen 0.985
set logscale xy
set xrange [0.0009:0.16]
set yrange [1e-8:2]
set xtics (0.001, 0.01, 0.1)
set ytics 1e-8,100,1
set format y "10^{%T}"
set xlabel "curvature {/:Italic h}" offset 0,0.3
set ylabel "error after 40 steps" offset 0.5,0
set label 1 "gradient descent" at 0.0078,0.3 left textcolor ls ink+gd
set label 2 "Nesterov" at 0.0145,0.02 left textcolor ls ink+nesterov
set label 3 "heavy ball" at 0.0011,1e-6 left textcolor ls ink+heavy_ball
plot fact("chebyshev-40") with lines ls reference, \
     data."/left-curves.dat" using 1:2 with lines ls gd lw 1, \
     "" using 1:4 with lines ls nesterov lw 1.2, \
     "" using 1:3 with lines ls heavy_ball lw 1.2, \
     data."/left.dat" using 1:2 with points ls gd, \
     "" using 1:4 with points ls nesterov, \
     "" using 1:3 with points ls heavy_ball
unset multiplot
