/* paths.c: heavy ball and Nesterov's method in the valley, with the best rates or others.
 * */
#include "../../chapters/02-momentum/figures/shared.h"
#include "live.h"

enum { STEPS = 30, RUNS = 2 };
enum { TUNED, KAPPA, LR_ABOVE, BETA_ABOVE, LR_BELOW, BETA_BELOW, START_X, START_Y };

struct live_setting live_settings[] = {
    {"tuned", 1},        {"kappa", 50},      {"lr_above", 0.06},
    {"beta_above", 0.5}, {"lr_below", 0.02}, {"beta_below", 0.5},
    {"x", -10},          {"y", 1},           {NULL, 0}};

static double x[RUNS][STEPS + 1], y[RUNS][STEPS + 1], lr[RUNS], beta[RUNS], left[RUNS];

const struct live_result live_results[] = {
    LIVE_ARRAY("above.x", x[0], "paths.dat 1 2"),
    LIVE_ARRAY("above.y", y[0], "paths.dat 1 3"),
    LIVE_ARRAY("below.x", x[1], "paths.dat 2 2"),
    LIVE_ARRAY("below.y", y[1], "paths.dat 2 3"),
    LIVE_ARRAY("lr", lr, NULL),
    LIVE_ARRAY("beta", beta, NULL),
    LIVE_ARRAY("left", left, NULL),
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const struct live_setting *s = live_settings;
    const real spectrum[2] = {1, (real)s[KAPPA].value};
    struct quadratic valley = new_quadratic(2, spectrum);
    struct problem problem = quadratic_problem(&valley);
    for (int k = 0; k < RUNS; k++) {
        real path[2 * (STEPS + 1)],
            theta[2] = {(real)s[START_X].value, (real)s[START_Y].value};
        struct rates rates = {s[LR_ABOVE + 2 * k].value, s[BETA_ABOVE + 2 * k].value};
        if (s[TUNED].value != 0)
            rates = tuned(HEAVY_BALL + k, spectrum[0], spectrum[1]);
        run(&problem, HEAVY_BALL + k, rates, STEPS, theta, path);
        live_split(STEPS + 1, path, x[k], y[k]);
        lr[k] = rates.lr, beta[k] = rates.beta;
        left[k] = norm(2, path + 2 * STEPS);
    }
    quadratic_free(&valley);
}
