/* so-paths.c: gradient descent, BFGS or L-BFGS, and Newton's method in Rosenbrock's
 * valley, with the same line search. */
#include "../../chapters/05-second-order/figures/shared.h"
#include "lab/landscapes.h"
#include "live.h"

enum { SHOWN = 60, POINTS = SHOWN + 1, MOST = 2000, RUNS = 3 };
enum { START_X, START_Y, PAIRS };

/* No pairs: BFGS. */
struct live_setting live_settings[] = {{"x", -1.2}, {"y", 1}, {"pairs", 0}, {NULL, 0}};

static double x[RUNS][POINTS], y[RUNS][POINTS], steps[RUNS], evaluations[RUNS];

const struct live_result live_results[] = {
    LIVE_ARRAY("gd.x", x[0], "paths.dat 0 1"),
    LIVE_ARRAY("gd.y", y[0], "paths.dat 0 2"),
    LIVE_ARRAY("bfgs.x", x[1], "paths.dat 1 1"),
    LIVE_ARRAY("bfgs.y", y[1], "paths.dat 1 2"),
    LIVE_ARRAY("newton.x", x[2], "paths.dat 2 1"),
    LIVE_ARRAY("newton.y", y[2], "paths.dat 2 2"),
    LIVE_ARRAY("steps", steps, NULL), /* to the end, or NaN if that is not near */
    LIVE_ARRAY("evaluations", evaluations, NULL),
    {NULL, 0, NULL, NULL},
};

static void hessian(size_t n, const real *theta, real *h, void *context)
{
    (void)n, (void)context;
    h[0] = 1200 * theta[0] * theta[0] - 400 * theta[1] + 2;
    h[1] = h[2] = -400 * theta[0];
    h[3] = 200;
}

static void walk(int k, int method, struct problem *valley)
{
    const struct function function = {2, problem_objective, valley, hessian, NULL, NULL};
    const size_t pairs = (size_t)live_settings[PAIRS].value;
    struct method_state state;
    struct minimizer minimizer;
    real theta[2] = {(real)live_settings[START_X].value,
                     (real)live_settings[START_Y].value};
    struct direction direction = prepare(&state, method, pairs, &function);
    require(minimizer_init(&minimizer, 2, problem_objective, valley, direction, theta,
                           minimizer_defaults()));
    for (size_t t = 0; t < MOST; t++) {
        const bool known = t == 0 || minimizer.steps == t;
        if (t < POINTS)
            x[k][t] = known ? (double)theta[0] : NAN,
            y[k][t] = known ? (double)theta[1] : NAN;
        if (known && minimizer.status == MINIMIZER_RUNNING)
            minimizer_step(&minimizer);
    }
    steps[k] = minimizer.status == MINIMIZER_RUNNING ? NAN : (double)minimizer.steps;
    evaluations[k] = (double)minimizer.evaluations;
    minimizer_free(&minimizer);
    release(&state);
}

void live_run(void)
{
    struct problem valley;
    require(rosenbrock_problem(&valley, 2));
    walk(0, GD, &valley);
    walk(1, live_settings[PAIRS].value == 0 ? BFGS : LBFGS, &valley);
    walk(2, NEWTON, &valley);
}
