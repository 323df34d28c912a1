/* f-steps.c: steps that are too long for x²/2, which has L = 1, and for x⁴, which has
 * none. */
#include "../../chapters/00-foundations/figures/shared.h"
#include "live.h"
#include "optim/backtracking.h"

enum { STEPS = 30, PARABOLA = 0, QUARTIC = 3, RUNS = 5, FROM = RUNS, SEARCHED };

struct live_setting live_settings[] = {{"a", 1.9},       {"b", 2},    {"c", 2.1},
                                       {"d", 0.4},       {"e", 0.51}, {"from", 1},
                                       {"searched", 10}, {NULL, 0}};

static double run[RUNS][STEPS + 1], searched[STEPS + 1], count[2];

const struct live_result live_results[] = {
    LIVE_ARRAY("a", run[0], "steps.dat 0 2"),
    LIVE_ARRAY("b", run[1], "steps.dat 1 2"),
    LIVE_ARRAY("c", run[2], "steps.dat 2 2"),
    LIVE_ARRAY("d", run[3], "steps.dat 3 2"),
    LIVE_ARRAY("e", run[4], "steps.dat 4 2"),
    LIVE_ARRAY("searched", searched, "steps.dat 5 2"),
    LIVE_ARRAY("count", count, NULL), /* evaluations of the search, and its last step */
    {NULL, 0, NULL, NULL},
};

static real parabola(size_t n, const real *x, real *g, void *context)
{
    (void)n, (void)context;
    if (g)
        *g = *x;
    return *x * *x / 2;
}

static real quartic(size_t n, const real *x, real *g, void *context)
{
    (void)n, (void)context;
    if (g)
        *g = 4 * *x * *x * *x;
    return *x * *x * *x * *x;
}

/* |x| after each step, until it is far off the figure. */
static void descend_on(objective_fn *f, double lr, double *size)
{
    real g, x = (real)live_settings[FROM].value;
    for (int k = 0; k <= STEPS; k++) {
        size[k] = fabs((double)x) < 1e6 ? fabs((double)x) : NAN;
        if (fabs((double)x) < 1e6)
            descend(1, f, NULL, lr, &x, &g);
    }
}

static void search(void)
{
    struct backtracking b;
    real x = (real)live_settings[SEARCHED].value;
    require(backtracking_init(&b, 1, quartic, NULL, &x, backtracking_defaults()));
    for (int k = 0; k <= STEPS; k++) {
        searched[k] = fabs((double)x);
        backtracking_step(&b);
    }
    count[0] = (double)b.evaluations;
    count[1] = (double)b.step;
    backtracking_free(&b);
}

void live_run(void)
{
    for (int k = 0; k < RUNS; k++)
        descend_on(k < QUARTIC ? parabola : quartic, live_settings[k].value, run[k]);
    search();
}
