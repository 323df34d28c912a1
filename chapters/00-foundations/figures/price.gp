# The multiplier is the slope of the minimum; and a minimum whose slope has no limit.
set terminal @small
set output out("price")
set multiplot layout 1,2
set xlabel "mean return {/:Italic b}"
set ylabel "least variance, halved"
set xrange [2:8]
set yrange [0:6]
set xtics 1
set ytics 1
price = real(system("sed -n 's/^price-multiplier\t//p' ".data."/price.facts"))
value = real(system("sed -n 's/^price-value\t//p' ".data."/price.facts"))
set label 1 "slope −λ" at 6.6,2.2 left textcolor rgb dark(red)
plot data."/price-shares.dat" using 1:2 with lines lc rgb blue lw 2, \
     [3:7.5] value + price * (x - 5) with lines lc rgb red lw 1.6 dt (9,3), \
     "+" using (5):(value) every ::0::0 with points pt 7 ps 0.6 lc rgb red
unset label
set xlabel "{/:Italic b}"
set ylabel "least {/:Italic x} with {/:Italic x}^2 ≤ {/:Italic b}"
set xrange [-0.25:1]
set yrange [-1:0.25]
set xtics 0.5
set ytics 0.5
set label 1 "no point" at -0.13,-0.75 center rotate by 90 textcolor rgb dark(grey)
set arrow 1 from 0,-1 to 0,0.25 nohead lw 1.6 dt (9,3) lc rgb red
plot data."/price-root.dat" using 1:2 with lines lc rgb blue lw 2
unset multiplot
unset label
unset arrow
