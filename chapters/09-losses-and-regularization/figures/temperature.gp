# Temperature: who is near, and how the embeddings lie.
set terminal @small
set output out("temperature")
set multiplot layout 1,2 margins 0.135,0.985,0.2,0.95 spacing 0.14,0
set logscale x
set xrange [0.04:1.3]
set xtics ("0.05" 0.05, "0.2" 0.2, "0.5" 0.5, "1" 1)
set xlabel "temperature {/:Italic τ}" offset 0,0.3
set ylabel "right neighbors, %" offset 0.5,0
set yrange [45:104]
set ytics 50,10
set label 1 "as they are" at 0.2,91 center textcolor rgb dark(blue)
set label 2 "moved" at 0.2,74.5 center textcolor rgb dark(red)
set label 3 "pixels, as they are" at 1.2,100.5 right
set label 4 "pixels, moved" at 1.2,48.5 right
plot data."/temperature.dat" using 1:2 with linespoints lc rgb blue lw 2 pt 7 ps 0.6, \
     "" using 1:3 with linespoints lc rgb red lw 2 dt (9,3) pt 5 ps 0.6, \
     data."/pixels.dat" using 1:2 with lines ls reference, \
     "" using 1:3 with lines ls reference
unset label
set ylabel "mean cosine" offset 0.5,0
set yrange [-0.1:1]
set ytics 0,0.5
set label 1 "two views of a digit" at 0.25,0.95 center
set label 2 "one class" at 0.3,0.58 center textcolor rgb dark(blue)
set label 3 "different classes" at 0.09,0.21 left textcolor rgb dark(red)
plot data."/temperature.dat" using 1:4 with linespoints lc rgb black lw 2 pt 7 ps 0.6, \
     "" using 1:5 with linespoints lc rgb blue lw 2 dt (9,3) pt 5 ps 0.6, \
     "" using 1:6 with linespoints lc rgb red lw 2 dt (3,2) pt 9 ps 0.6
unset multiplot
