/* valley.c: gradient descent in the valley at two learning rates, from a start of choice.
 * */
#include "../../chapters/02-momentum/figures/shared.h"
#include "live.h"

enum { STEPS = 30, RUNS = 2 };
enum { LR_ABOVE, LR_BELOW, KAPPA, START_X, START_Y };

struct live_setting live_settings[] = {{"above", 0.004}, {"below", 0.038}, {"kappa", 50},
                                       {"x", -10},       {"y", 1},         {NULL, 0}};

static double x[RUNS][STEPS + 1], y[RUNS][STEPS + 1], limit[1];

const struct live_result live_results[] = {
    LIVE_ARRAY("above.x", x[0], "valley.dat 0 3"),
    LIVE_ARRAY("above.y", y[0], "valley.dat 0 4"),
    LIVE_ARRAY("below.x", x[1], "valley.dat 1 3"),
    LIVE_ARRAY("below.y", y[1], "valley.dat 1 4"),
    LIVE_ARRAY("limit", limit, NULL),
    {NULL, 0, NULL, NULL},
};

void live_run(void)
{
    const real spectrum[2] = {1, (real)live_settings[KAPPA].value};
    struct quadratic valley = new_quadratic(2, spectrum);
    struct problem problem = quadratic_problem(&valley);
    for (int k = 0; k < RUNS; k++) {
        real path[2 * (STEPS + 1)], theta[2] = {(real)live_settings[START_X].value,
                                                (real)live_settings[START_Y].value};
        const struct rates rates = {live_settings[LR_ABOVE + k].value, 0};
        run(&problem, GRADIENT_DESCENT, rates, STEPS, theta, path);
        live_split(STEPS + 1, path, x[k], y[k]);
    }
    *limit = 2 / spectrum[1];
    quadratic_free(&valley);
}
