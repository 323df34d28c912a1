# Digits in the plane, with labels, and on a circle, without.
set output out("embed")
set multiplot
unset key
unset border
unset tics
set size ratio -1
set lmargin at screen 0.01
set rmargin at screen 0.5
set bmargin at screen 0.03
set tmargin at screen 0.9
set label 1 "contrastive loss, with labels" at screen 0.25,0.94 center
stats data."/plane.dat" using 1 name "x" nooutput
stats data."/plane.dat" using 2 name "y" nooutput
# A square about the middle; a few outliers lie beyond it.
wide = 1.35 * (x_up_quartile - x_lo_quartile > y_up_quartile - y_lo_quartile ? \
              x_up_quartile - x_lo_quartile : y_up_quartile - y_lo_quartile)
set xrange [x_median - wide : x_median + wide]
set yrange [y_median - wide : y_median + wide]
array hue[10] = [black, blue, red, green, orange, sky, pink, brown, purple, grey]
plot data."/plane.dat" using 1:2:(sprintf("%d", $3)):(dark(hue[$3 + 1])) with labels \
     font ",7" textcolor rgb variable
set lmargin at screen 0.51
set rmargin at screen 0.99
set label 1 "NT-Xent, without labels" at screen 0.75,0.94 center
set xrange [-2.1:2.1]
set yrange [-2.1:2.1]
radius(k) = 1 + 0.1 * k
plot for [k = 0:9] data."/circle.dat" using ($2 == k ? radius(k) * cos($1 * pi / 180) : 1/0): \
     (radius(k) * sin($1 * pi / 180)):(sprintf("%d", k)) with labels font ",6" \
     textcolor rgb dark(hue[k + 1])
unset multiplot
