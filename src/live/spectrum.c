/* spectrum.c: the speed of the heavy ball on a quadratic with the extreme curvatures of
 * the tumor data at the minimum, and what is left in each direction after 40 steps.
 *
 * The radius is largest at one of the two extreme curvatures: from the smallest on it
 * falls, stays at √β, and rises. */
#include "spectrum.inc" /* SMALLEST, LARGEST and CURVATURES, as they were measured */
#include "../../chapters/02-momentum/figures/shared.h"
#include "live.h"
#include "optim/momentum_spectrum.h"

enum { COLUMNS = 60, ROWS = 48, STEPS = 40, FINE = 1000 };
enum { KAPPA, TUNED, ETA_L, BETA };

struct live_setting live_settings[] = {
    {"kappa", LARGEST / SMALLEST}, {"tuned", 1}, {"eta", 1}, {"beta", 0.9}, {NULL, 0}};

static const double measured[] = {CURVATURES};
enum { MEASURED = sizeof measured / sizeof *measured };

static double map[COLUMNS * ROWS], h[FINE], left[METHODS][FINE], dot_h[MEASURED],
    dots[METHODS][MEASURED], ball[2], need[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("map", map, "map.dat 0 3"), /* columns of falling β, one after the other */
    LIVE_ARRAY("h", h, "left-curves.dat 0 1"),
    LIVE_ARRAY("gd", left[0], "left-curves.dat 0 2"),
    LIVE_ARRAY("ball", left[1], "left-curves.dat 0 3"),
    LIVE_ARRAY("nesterov", left[2], "left-curves.dat 0 4"),
    LIVE_ARRAY("dot.h", dot_h, "left.dat 0 1"),
    LIVE_ARRAY("dot.gd", dots[0], "left.dat 0 2"),
    LIVE_ARRAY("dot.ball", dots[1], "left.dat 0 3"),
    LIVE_ARRAY("dot.nesterov", dots[2], "left.dat 0 4"),
    LIVE_ARRAY("rates", ball, NULL), /* ηL and β of the heavy ball */
    LIVE_ARRAY("need", need, NULL),  /* its steps for a decimal digit, 0 if it diverges */
    {NULL, 0, NULL, NULL},
};

static double steps_for_digit(struct rates rates, double mu, double ell)
{
    const real lr = (real)rates.lr, beta = (real)rates.beta;
    const double slowest = fmax((double)momentum_spectrum(lr, beta, (real)mu).radius,
                                (double)momentum_spectrum(lr, beta, (real)ell).radius);
    return slowest < 1 ? -1 / log10(slowest) : 0;
}

static void run_map(double mu, double ell)
{
    for (int i = 0; i < COLUMNS; i++)
        for (int j = 0; j < ROWS; j++) {
            struct rates rates = {pow(10, -2 + 2.7 * (i + 0.5) / COLUMNS) / ell,
                                  1 - pow(10, -2.0 * (j + 0.5) / ROWS)};
            map[i * ROWS + j] = steps_for_digit(rates, mu, ell);
        }
}

/* Of an error of 1 in each direction. */
static void leave(int method, struct rates rates, size_t n, const real *curvature,
                  double *out)
{
    struct quadratic quadratic = new_quadratic(n, curvature);
    struct problem problem = quadratic_problem(&quadratic);
    real *theta = allocate(n, sizeof *theta),
         *path = allocate((STEPS + 1) * n, sizeof *path);
    for (size_t i = 0; i < n; i++)
        theta[i] = 1;
    run(&problem, method, rates, STEPS, theta, path);
    for (size_t i = 0; i < n; i++)
        out[i] = fabs((double)path[STEPS * n + i]);
    free(path);
    free(theta);
    quadratic_free(&quadratic);
}

void live_run(void)
{
    const struct live_setting *s = live_settings;
    const double ell = LARGEST, mu = ell / s[KAPPA].value;
    real grid[FINE], points[MEASURED];
    spectrum_geometric(FINE, (real)mu, (real)ell, grid);
    for (int i = 0; i < FINE; i++)
        h[i] = (double)grid[i];
    for (int i = 0; i < MEASURED; i++)
        points[i] = (real)(dot_h[i] = measured[i]);
    struct rates chosen = {s[ETA_L].value / ell, s[BETA].value};
    if (s[TUNED].value != 0)
        chosen = tuned(HEAVY_BALL, mu, ell);
    for (int k = 0; k < METHODS; k++) {
        const struct rates rates = k == HEAVY_BALL ? chosen : tuned(k, mu, ell);
        leave(k, rates, FINE, grid, left[k]);
        leave(k, rates, MEASURED, points, dots[k]);
    }
    run_map(mu, ell);
    ball[0] = chosen.lr * ell, ball[1] = chosen.beta;
    *need = steps_for_digit(chosen, mu, ell);
}
