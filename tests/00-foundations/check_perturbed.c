/* check_perturbed.c: what must be true of exercise 0.7.
 *
 * On the way from the saddle an error grows by 1 + η a ≤ 1.3 a step, for some 20 steps,
 * until the valley takes it back: 200 times 1e-16 of the noise. */
#include "judge/judge.h"

#include <math.h>

enum { STEPS = 160, SHORT = 24 };

static const double rounding = 1e-11;

/* From the saddle at 0 to a minimum, where x² = a, and it says that it has arrived. */
static void leaves_the_saddle(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", 2 * STEPS);
    const double *status = judge_values(yours, "outcome", STEPS);
    const double a = *judge_values(yours, "a", 1);
    const double x = theta[2 * (STEPS - 1)];
    if (!(fabs(x * x - a) <= 1e-2))
        judge_fail("after %d steps you are at x = %.6g; the minima are at ±%.6g, the "
                   "saddle at 0",
                   STEPS, x, sqrt(a));
    if (status[STEPS - 1] != 1)
        judge_fail("after %d steps you are at a minimum, and your status does not say "
                   "PERTURBED_ARRIVED",
                   STEPS);
}

static void comes_back(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", 2 * SHORT);
    const double *value = judge_values(yours, "value", SHORT);
    const double before = *judge_values(yours, "value-before-the-push", 1);
    for (size_t k = 10; k < SHORT; k++)
        if (theta[2 * k] != theta[18 + 2] || theta[2 * k + 1] != theta[18 + 3])
            judge_fail("you have arrived, and still move");
    judge_close("the value at the end", value[SHORT - 1], before, 1e-15);
}

const struct judge_test judge_tests[] = {
    {"a saddle is left, a minimum reached", 3, "saddle", rounding, rounding,
     leaves_the_saddle},
    {"a minimum is recognized, and kept", 3, "minimum", rounding, rounding, comes_back},
    {"when noise is added", 3, "slopes", rounding, 0, NULL},
    {"what an escape must gain, and when", 2, "gains", rounding, 0, NULL},
    {"NaN and infinities", 3, "bad", rounding, rounding, NULL},
    {"two in turn, nothing allocated, 0 and 100,000 parameters", 1, "contract", 1e-9,
     1e-15, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
