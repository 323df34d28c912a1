/* check_descent_steps.c: what must be true of exercise 0.3.
 *
 * Numbers of steps are exact up to 10^9. Beyond, a logarithm of some 5 with an error of
 * 1e-15, and its quotient, leave 1e-14; a difference of logarithms up to 230 leaves
 * 1e-13. */
#include "judge/judge.h"

#include <math.h>

enum { COUNT = 14 };

static const double exact = 1e-15, rounding = 1e-12;

/* One step fewer would not be enough, and these are. */
static void smallest_convex(const struct trace *yours)
{
    const double *ell = judge_values(yours, "L", COUNT),
                 *r = judge_values(yours, "r", COUNT);
    const double *eps = judge_values(yours, "eps", COUNT);
    const double *steps = judge_values(yours, "steps_convex", COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        const double needed = ell[i] * r[i] * r[i] / 2 / eps[i];
        if (steps[i] != floor(steps[i]))
            judge_fail("%.9g is not a number of steps", steps[i]);
        if (!(steps[i] >= needed && steps[i] - 1 < needed))
            judge_fail("L r²/(2k) is at most ε for k ≥ %.9g; you say %.9g", needed,
                       steps[i]);
    }
}

static void smallest_strong(const struct trace *yours)
{
    const double *mu = judge_values(yours, "mu", COUNT),
                 *ell = judge_values(yours, "L", COUNT);
    const double *r = judge_values(yours, "r", COUNT),
                 *eps = judge_values(yours, "eps", COUNT);
    const double *steps = judge_values(yours, "steps", COUNT);
    for (size_t i = 0; i < COUNT; i++) {
        const double start = ell[i] * r[i] * r[i] / 2, q = log1p(-mu[i] / ell[i]);
        const double slack = 1e-11;
        if (!(log(start / eps[i]) + steps[i] * q <= slack))
            judge_fail("after your %.15g steps the bound is still %.6g, above ε = %.6g",
                       steps[i], start * exp(steps[i] * q), eps[i]);
        if (!(log(start / eps[i]) + (steps[i] - 1) * q >= -slack))
            judge_fail("you say %.15g steps, but one fewer is enough", steps[i]);
    }
}

static void units_do_not_matter(const struct trace *yours)
{
    static const char *const pairs[][2] = {
        {"convex", "convex-in-units-of-2e90"},
        {"convex", "convex-in-lengths-of-1e45"},
        {"strongly", "strongly-in-units-of-2e90"},
        {"strongly", "strongly-in-lengths-of-1e45"},
        {"stationary", "stationary-in-units-of-2e90"},
    };
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++)
        judge_close("the same steps in other units", *judge_values(yours, pairs[k][1], 1),
                    *judge_values(yours, pairs[k][0], 1), 0);
}

const struct judge_test judge_tests[] = {
    {"convex functions", 2, "convex", exact, 0, smallest_convex},
    {"strongly convex functions, κ up to 10^20", 3, "kappas", rounding, 0,
     smallest_strong},
    {"functions that are not convex", 1, "stationary", exact, 0, NULL},
    {"the start or one step is enough; whole numbers", 1, "at-once", 0, 0, NULL},
    {"units; more steps than there are numbers", 2, "units", rounding, 0,
     units_do_not_matter},
    {"what is refused", 1, "bad", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
