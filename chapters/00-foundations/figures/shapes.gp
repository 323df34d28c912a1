# A convex function between its chord and its tangent; and between two parabolas.
set terminal @small
set output out("shapes")
f(x) = x**2 / 4 + log(cosh(1.5 * x))
df(x) = x / 2 + 1.5 * tanh(1.5 * x)
a = -1.1; b = 1.7; c = 0.55
set multiplot layout 1,2
unset xtics
unset ytics
set xlabel "{/:Italic x}"
set xrange [-2.2:2.4]
set yrange [-1.2:4.2]
set label 1 "chord" at -0.75,2.05 left textcolor rgb dark(blue)
set label 2 "tangent" at 0.15,-0.6 left textcolor rgb dark(red)
set label 3 "{/:Italic f}" at -1.6,3.1 left textcolor rgb black
set label 4 "{/:Italic a}" at a,-0.35 center
set label 5 "{/:Italic b}" at b,-0.35 center
set arrow 1 from a,0 to a,f(a) nohead lw 0.7 dt (2,3) lc rgb grey
set arrow 2 from b,0 to b,f(b) nohead lw 0.7 dt (2,3) lc rgb grey
plot [-2.2:2.4] f(x) with lines lc rgb black lw 2, \
     [a:b] f(a) + (f(b) - f(a)) * (x - a) / (b - a) with lines lc rgb blue lw 1.8 dt (9,3), \
     [-0.4:2.2] f(c) + df(c) * (x - c) with lines lc rgb red lw 1.8 dt (3,2)
unset label
unset arrow
set label 1 "curvature {/:Italic L}" at 0,3.6 left textcolor rgb dark(blue)
set label 2 "curvature {/:Italic μ}" at 0.95,0.2 left textcolor rgb dark(red)
set label 3 "{/:Italic f}" at -2.1,2.3 left textcolor rgb black
set label 4 "θ" at c,-0.75 center
set arrow 1 from c,-0.5 to c,f(c) nohead lw 0.7 dt (2,3) lc rgb grey
L = 2.75; mu = 0.5
plot [-2.2:2.4] f(x) with lines lc rgb black lw 2, \
     f(c) + df(c) * (x - c) + L * (x - c)**2 / 2 with lines lc rgb blue lw 1.8 dt (9,3), \
     f(c) + df(c) * (x - c) + mu * (x - c)**2 / 2 with lines lc rgb red lw 1.8 dt (3,2)
unset multiplot
