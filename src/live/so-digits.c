/* so-digits.c: the error of three methods after each step, on a small convex function.
 *
 *     f(x, y) = φ(x + a y) + φ(x - a y),   φ(u) = e^u - 1 - u */
#include "../../chapters/05-second-order/figures/shared.h"
#include "live.h"

enum { STEPS = 25, POINTS = STEPS + 1, RUNS = 3 };
enum { STRETCH, START_X, START_Y, PAIRS };

struct live_setting live_settings[] = {
    {"stretch", 3}, {"x", -1}, {"y", 1}, {"pairs", 0}, {NULL, 0}};

static double error[RUNS][POINTS], reached[RUNS];

const struct live_result live_results[] = {
    LIVE_ARRAY("gd", error[0], "digits.dat 0 2"),
    LIVE_ARRAY("bfgs", error[1], "digits.dat 1 2"),
    LIVE_ARRAY("newton", error[2], "digits.dat 2 2"),
    LIVE_ARRAY("reached", reached, NULL), /* the first step below 1e-6, or NaN */
    {NULL, 0, NULL, NULL},
};

static real cost(size_t n, const real *theta, real *g, void *context)
{
    (void)n, (void)context;
    const real a = (real)live_settings[STRETCH].value;
    const real u = theta[0] + a * theta[1], v = theta[0] - a * theta[1];
    if (g) {
        g[0] = expm1(u) + expm1(v);
        g[1] = a * (expm1(u) - expm1(v));
    }
    return expm1(u) - u + expm1(v) - v;
}

static void hessian(size_t n, const real *theta, real *h, void *context)
{
    (void)n, (void)context;
    const real a = (real)live_settings[STRETCH].value;
    const real left = exp(theta[0] + a * theta[1]), right = exp(theta[0] - a * theta[1]);
    h[0] = left + right;
    h[1] = h[2] = a * (left - right);
    h[3] = a * a * (left + right);
}

static void walk(int k, int method)
{
    const struct function function = {2, cost, NULL, hessian, NULL, NULL};
    struct method_state state;
    struct minimizer minimizer;
    struct minimizer_config config = minimizer_defaults();
    real theta[2] = {(real)live_settings[START_X].value,
                     (real)live_settings[START_Y].value};
    config.tolerance = (real)1e-15;
    struct direction direction =
        prepare(&state, method, (size_t)live_settings[PAIRS].value, &function);
    require(minimizer_init(&minimizer, 2, cost, NULL, direction, theta, config));
    reached[k] = NAN;
    for (size_t t = 0; t < POINTS; t++) {
        const bool known = t == 0 || minimizer.steps == t;
        const double now = hypot((double)theta[0], (double)theta[1]);
        error[k][t] = known ? fmax(now, 1e-16) : NAN;
        if (isnan(reached[k]) && now < 1e-6)
            reached[k] = (double)t;
        if (known && minimizer.status == MINIMIZER_RUNNING)
            minimizer_step(&minimizer);
    }
    minimizer_free(&minimizer);
    release(&state);
}

void live_run(void)
{
    walk(0, GD);
    walk(1, live_settings[PAIRS].value == 0 ? BFGS : LBFGS);
    walk(2, NEWTON);
}
