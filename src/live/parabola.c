/* parabola.c: gradient descent on h x²/2, from 1, at five learning rates. */
#include "../../chapters/02-momentum/figures/shared.h"
#include "live.h"

enum { STEPS = 12, RUNS = 5, CURVATURE = RUNS };

struct live_setting live_settings[] = {{"a", 0.1}, {"b", 0.5},  {"c", 0.9},
                                       {"d", 1},   {"e", 1.05}, {"curvature", 2},
                                       {NULL, 0}};

static double x[RUNS][STEPS + 1], limit[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("a", x[0], "parabola.dat 0 3"),
    LIVE_ARRAY("b", x[1], "parabola.dat 1 3"),
    LIVE_ARRAY("c", x[2], "parabola.dat 2 3"),
    LIVE_ARRAY("d", x[3], "parabola.dat 3 3"),
    LIVE_ARRAY("e", x[4], "parabola.dat 4 3"),
    LIVE_ARRAY("limit", limit, NULL),
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const real spectrum[1] = {(real)live_settings[CURVATURE].value};
    struct quadratic parabola = new_quadratic(1, spectrum);
    struct problem problem = quadratic_problem(&parabola);
    for (int k = 0; k < RUNS; k++) {
        real theta = 1, path[STEPS + 1];
        run(&problem, GRADIENT_DESCENT, (struct rates){live_settings[k].value, 0}, STEPS,
            &theta, path);
        for (int t = 0; t <= STEPS; t++)
            x[k][t] = (double)path[t];
    }
    *limit = 2 / spectrum[0];
    quadratic_free(&parabola);
}
