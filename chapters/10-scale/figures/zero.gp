# What is kept and what is sent.
load "chapters/10-scale/figures/shared.gp"
set terminal @small
set output out("zero")
set multiplot layout 1,2 margins 0.09,0.985,0.2,0.94 spacing 0.11,0
set logscale x 2
set xrange [0.9:11]
set yrange [0:4.5]
set xtics (1, 2, 4, 8)
set ytics 0,1
set xlabel "processes" offset 0,0.3
set ylabel "numbers kept a parameter" offset 1,0
set label 1 "stage 0" at 7.6,4.2 right textcolor ls ink+91
set label 2 "1" at 8.5,2.25 left textcolor ls ink+92
set label 3 "2" at 8.5,1.375 left textcolor ls ink+94
set label 4 "3" at 8.5,0.5 left textcolor ls ink+93
plot data."/zero.dat" using 1:2 with linespoints ls none, "" using 1:3 with linespoints ls stage1, \
     "" using 1:4 with linespoints ls stage2, "" using 1:5 with linespoints ls stage3
unset label
set yrange [0:3]
set ylabel "numbers sent a parameter" offset 1,0
set label 1 "stages 0, 1, 2" at 7.9,1.05 right
set label 2 "stage 3" at 7.2,2.75 right textcolor ls ink+93
plot data."/zero.dat" using 1:6 with linespoints ls none, "" using 1:9 with linespoints ls stage3
unset multiplot
unset label
unset logscale
