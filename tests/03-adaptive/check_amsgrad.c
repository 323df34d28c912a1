/* check_amsgrad.c: what must be true of exercise 3.3.
 *
 * Rounding: as in check_adam.c: 1 - β^t has a relative error below u / (1 - β), which is
 * 1e-15 here (and 1.1e-12 in the long run), and a maximum makes no error at all. θ is a
 * sum of T steps of at most a few lr < 0.2, or in the long run of 1e5. Three steps of a
 * cycle are each at most √3 and take a handful of operations. */
#include "judge/judge.h"

#include <math.h>

enum { T = 40, ONLINE = 200, CYCLES = 24 };

static const double rounding = 1e-12;

/* The maximum never falls and is never below what it is taken of, while v itself has
 * forgotten the spike at the end: its share left there is β₂^27 < 0.06. */
static void only_the_maximum_remembers(const struct trace *yours)
{
    const double *v = judge_values(yours, "v", T);
    const double *v_max = judge_values(yours, "v_max", T);
    for (size_t t = 0; t < T; t++) {
        if (t > 0 && !(v_max[t] >= v_max[t - 1]))
            judge_fail("t %zu: your maximum falls from %.9g to %.9g", t + 1, v_max[t - 1],
                       v_max[t]);
        if (!(v_max[t] >= v[t]))
            judge_fail("t %zu: your maximum is %.9g, less than v = %.9g", t + 1, v_max[t],
                       v[t]);
    }
    if (!(v[T - 1] < 0.1 * v_max[T - 1]))
        judge_fail("27 steps after the spike your v is still %.9g; it must forget, as "
                   "Adam's does",
                   v[T - 1]);
}

/* Without ε and momentum a step is -rate · g, and rate = lr / √v_max never rises. */
static void rate_never_rises(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", T);
    const double *theta = judge_values(yours, "theta", T);
    double last = INFINITY;
    for (size_t t = 0; t < T; t++) {
        double rate = (theta[t] - (t ? theta[t - 1] : 0)) / -g[t];
        if (!(rate <= last + rounding && rate > 0))
            judge_fail("t %zu: your step is %.9g times the gradient, after %.9g times in "
                       "the step before; a coordinate's own rate never rises",
                       t + 1, -rate, -last);
        last = rate;
    }
}

/* Three steps together always go down: the two small ones cannot be longer than the
 * large one remembered. At the end a step is 0.5 / √200 times g / √v_max, with g = 3 at
 * most and v_max of nearly 9, so that no swing about -1 is longer than 0.04. */
static void goes_to_the_minimum(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", ONLINE);
    for (size_t i = 0; i < ONLINE; i++)
        if (!(fabs(theta[i]) <= 1))
            judge_fail("your theta leaves [-1, 1]: it is %.9g", theta[i]);
    if (!(theta[ONLINE - 1] < -0.9))
        judge_fail("after 200 steps your theta is %.9g; the costs add up to one whose "
                   "minimum is at -1",
                   theta[ONLINE - 1]);
}

/* Adam itself, round and round until its start is forgotten: β₂ ≤ 0.9, and 0.9^600 is
 * 1e-27. */
static void adam_goes_there(const struct trace *yours)
{
    const double *large = judge_values(yours, "large", CYCLES);
    const double *beta2 = judge_values(yours, "beta2", CYCLES);
    const double *drift = judge_values(yours, "drift", CYCLES);
    for (size_t i = 0; i < CYCLES; i++) {
        double v = 0, x = 0;
        for (int t = 0; t < 600; t++) {
            const double g = t % 3 ? -1 : large[i];
            v = beta2[i] * v + (1 - beta2[i]) * g * g;
            x -= t < 597 ? 0 : g / sqrt(v);
        }
        if (!(fabs(drift[i] - x) <= rounding))
            judge_fail("C %.6g, β₂ %.6g: three steps of Adam move x by %.9g lr, but you "
                       "say %.9g",
                       large[i], beta2[i], x, drift[i]);
    }
}

const struct judge_test judge_tests[] = {
    {"maximum of the raw average", 1, "raw", rounding, rounding, NULL},
    {"maximum of the corrected average", 2, "corrected", rounding, rounding, NULL},
    {"a penalty", 1, "penalty", rounding, rounding, NULL},
    {"after a spike only the maximum remembers", 1, "spike", rounding, rounding,
     only_the_maximum_remembers},
    {"a coordinate's own rate never rises", 1, "own-rate", rounding, rounding,
     rate_never_rises},
    {"where Adam diverges", 1, "reddi", 1e-9, 1e-9, goes_to_the_minimum},
    {"huge, tiny, zero and NaN gradients; no parameters", 1, "edges", rounding, 0, NULL},
    {"1e5 steps", 1, "long", 1e-9, 1e-9, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {"where the example takes Adam", 1, "drift", rounding, rounding, adam_goes_there},
    {"β₂ = 0, β₂ almost 1, C = 1e6, and out of range", 1, "drift-edges", rounding,
     rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
