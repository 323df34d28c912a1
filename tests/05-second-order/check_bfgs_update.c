/* check_bfgs_update.c: what must be true of exercise 5.2.
 *
 * Rounding: every entry is a sum of a few products of numbers below some 10^3 times the
 * result: 1e-11. Over 15 updates with random directions errors are multiplied, but by
 * less than the condition number, some 10^3, in all: 1e-8. */
#include "judge/judge.h"

#include <math.h>

enum { N = 5, UPDATES = 15 };

static const double rounding = 1e-10;

/* H y = s; symmetric; and zᵀHz > 0 for the unit vectors and for y. */
static void secant_equation(const struct trace *yours)
{
    const double *h = judge_values(yours, "h", N * N);
    const double *s = judge_values(yours, "s", N), *y = judge_values(yours, "y", N);
    for (size_t i = 0; i < N; i++) {
        double sum = 0;
        for (size_t j = 0; j < N; j++) {
            sum += h[i * N + j] * y[j];
            if (h[i * N + j] != h[j * N + i])
                judge_fail("your H has %.17g in row %zu, column %zu, but %.17g mirrored",
                           h[i * N + j], i + 1, j + 1, h[j * N + i]);
        }
        if (!(fabs(sum - s[i]) <= 1e-9))
            judge_fail("the secant equation does not hold: number %zu of H y is %.9g, "
                       "that of s %.9g",
                       i + 1, sum, s[i]);
        if (!(h[i * N + i] > 0))
            judge_fail("your H is not positive definite: its diagonal has %.6g",
                       h[i * N + i]);
    }
}

/* Random pairs of a quadratic bring H to the inverse, though not in n steps. */
static void learns(const struct trace *yours)
{
    const double *off = judge_values(yours, "distance", UPDATES);
    if (!(off[UPDATES - 1] < off[0]))
        judge_fail("after %d pairs of one quadratic HA is %.6g from the identity, and "
                   "after the first it was %.6g",
                   UPDATES, off[UPDATES - 1], off[0]);
}

const struct judge_test judge_tests[] = {
    {"one update: the secant equation, symmetry", 5, "one", rounding, rounding,
     secant_equation},
    {"fifteen updates on one quadratic", 3, "rows", 1e-8, 1e-8, learns},
    {"pairs that H cannot learn from", 3, "refused", rounding, 0, NULL},
    {"steps from 1e-81 to 1e81", 2, "units", rounding, rounding, NULL},
    {"0, 1 and 1100 parameters; inputs untouched, nothing allocated", 2, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
