/* cycle.c: the heavy ball at the best rates for quadratics with curvatures in [1, 25],
 * and gradient descent at its own best rate, on a function that is not quadratic. */
#include "shared.h"

enum { steps = 600 };

/* The derivative of a function with curvatures 25, 1, 25: Lessard, Recht and Packard
 * (2016). */
static void kinked_slope(const struct problem *problem, const real *x, real *g)
{
    (void)problem;
    *g = *x < 1 ? 25 * *x : *x < 2 ? *x + 24 : 25 * *x - 24;
}

void experiment(const char *directory, FILE *facts)
{
    (void)directory;
    const struct problem problem = {.n = 1, .gradient = kinked_slope};
    real ball[steps + 1], plain[steps + 1], x = (real)3.3, y = x;
    double peak = 0;
    run(&problem, HEAVY_BALL, tuned(HEAVY_BALL, 1, 25), steps, &x, ball);
    run(&problem, GRADIENT_DESCENT, tuned(GRADIENT_DESCENT, 1, 25), steps, &y, plain);
    for (int t = steps - 2; t <= steps; t++)
        peak = fmax(peak, ball[t]);
    figure_fact(facts, "cycle-peak", "%.4f", peak);
    figure_fact(facts, "cycle-steps", "%d", steps);
    figure_fact(facts, "cycle-gd", "%.0e", fabs(plain[steps]));
}
