# The cost of a recurrent unit, from dark (low) to light, and two ways down it.
load "chapters/08-schedules/figures/shared.gp"
set terminal @normal
set output out("cliff")
set palette defined (0 "#00224E", 0.25 "#414D6B", 0.5 "#7C7B78", 0.75 "#BCAF6F", 1 "#FEE838")
unset colorbox
set xrange [3:7]
set yrange [-4:-1]
set cbrange [0:0.5]
set xlabel "{/:Italic w}"
set ylabel "{/:Italic b}" norotate
set xtics 3,1
set ytics -4,1
unset grid
set label 1 "start" at 6.05,-2.1 left front textcolor rgb "white"
set label 2 "clipped" at 4.1,-1.55 left front textcolor rgb "white"
set label 3 "not clipped: thrown out of the picture" at 4.45,-3.75 left front textcolor rgb "#111111"
plot data."/cliff-map.dat" using 1:2:3 with image, \
     data."/cliff-plain.dat" using 2:3 with linespoints lc rgb "white" lw 1.2 dt (3,2) pt 6 ps 0.35, \
     data."/cliff-clipped.dat" using 2:3 with linespoints lc rgb "white" lw 1.6 dt 1 pt 7 ps 0.3
unset label
