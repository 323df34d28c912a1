/* check_lbfgs_direction.c: what must be true of exercise 5.3.
 *
 * Rounding: each pair adds errors of a few u times the lengths on the way, and a pair
 * multiplies a vector by at most its ‖s‖ ‖y‖ / yᵀs, below some 20 here; with four pairs,
 * and both loops, 1e-9 has room. */
#include "judge/judge.h"

#include <math.h>

enum { N = 6, M = 4, STEPS = 12 };

static const double rounding = 1e-9;

static void leads_down(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", N), *d = judge_values(yours, "d", N);
    double slope = 0;
    for (size_t i = 0; i < N; i++)
        slope += g[i] * d[i];
    if (!(slope < 0))
        judge_fail("the slope along your direction is %.6g: it leads uphill", slope);
}

static void secant_equation_and_linear(const struct trace *yours)
{
    const double *s = judge_values(yours, "s", N), *d = judge_values(yours, "d", N);
    const double *along_y = judge_values(yours, "d-for-the-newest-y", N);
    const double *both = judge_values(yours, "d-for-the-gradient-and-2-y", N);
    for (size_t i = 0; i < N; i++) {
        if (!(fabs(along_y[i] + s[i]) <= 1e-8))
            judge_fail("for the newest y in place of the gradient, d[%zu] is %.9g; by "
                       "the secant equation it is that of -s, %.9g",
                       i, along_y[i], -s[i]);
        if (!(fabs(both[i] - d[i] - 2 * along_y[i]) <= 1e-8 * (1 + fabs(both[i]))))
            judge_fail("d[%zu] for the sum of two gradients is %.9g, but the sum of the "
                       "two directions is %.9g",
                       i, both[i], d[i] + 2 * along_y[i]);
    }
}

const struct judge_test judge_tests[] = {
    {"no pair: down the gradient", 1, "none", rounding, rounding, leads_down},
    {"three pairs", 4, "few", rounding, rounding, leads_down},
    {"six pairs in a memory of four", 4, "wrapped", rounding, rounding, leads_down},
    {"the newest y gives -s; gradients add up", 2, "laws", 0, 0,
     secant_equation_and_linear},
    {"twelve steps", 1, "path", 1e-6, 1e-9, NULL},
    {"NaN and infinities are not hidden", 1, "bad", rounding, 0, NULL},
    {"100,000 parameters, 150 pairs; nothing written to, nothing allocated", 2,
     "contract", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
