# shared.gp: thin lines, and the level curves of the valley.
set style line 99 lc rgb "#BBBBBB" lw 0.7 dt 1
level_x(r, t) = r * cos(t)
level_y(r, t) = r * sin(t) / sqrt(50)
