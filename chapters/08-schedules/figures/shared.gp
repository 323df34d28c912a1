# shared.gp: how the schedules of chapter 8 are drawn.
set style line 81 lc rgb grey   lw 1.6 dt (1.5,1.5) pt 1  ps 0.5
set style line 82 lc rgb red    lw 2.0 dt 1         pt 7  ps 0.45
set style line 83 lc rgb blue   lw 2.0 dt (9,3)     pt 5  ps 0.45
set style line 84 lc rgb pink   lw 1.8 dt (3,2)     pt 9  ps 0.6
set style line 85 lc rgb orange lw 2.0 dt (9,3,2,3) pt 11 ps 0.6
set style line 86 lc rgb green  lw 2.2 dt (9,2,2,2,2,2) pt 13 ps 0.6
constant = 81; cosine = 82; stable = 83; triangles = 84; average = 85; free = 86
# For text beside a curve, as in docs/style.gp.
set style line ink+81 lc rgb dark(grey)
set style line ink+82 lc rgb dark(red)
set style line ink+83 lc rgb blue
set style line ink+85 lc rgb dark(orange)
set style line ink+86 lc rgb dark(green)
