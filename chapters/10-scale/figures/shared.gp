# shared.gp: how the ways of chapter 10 are drawn.
set style line 91 lc rgb black  lw 1.2 dt 1         pt 6  ps 0.5
set style line 92 lc rgb blue   lw 2.0 dt (9,3)     pt 5  ps 0.5
set style line 93 lc rgb red    lw 2.2 dt 1         pt 7  ps 0.5
set style line 94 lc rgb orange lw 2.2 dt (3,2)     pt 9  ps 0.6
set style line 95 lc rgb green  lw 2.0 dt (9,3,2,3) pt 13 ps 0.6
plain = 91; bf16 = 92; fp16 = 93; scaled = 94; none = 91; stage1 = 92; stage2 = 94; stage3 = 93
linear = 93; dynamic = 92; bytes = 93; adafactor = 95
set style line ink+91 lc rgb dark(black)
set style line ink+92 lc rgb blue
set style line ink+93 lc rgb dark(red)
set style line ink+94 lc rgb dark(orange)
set style line ink+95 lc rgb dark(green)
