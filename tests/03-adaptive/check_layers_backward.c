/* check_layers_backward.c: what must be true of exercise 3.6.
 *
 * Rounding: a sum of at most 6 products of normal numbers, added in any order, has an
 * error of a few u = 1.1e-16 times the sum of their magnitudes, below 100. */
#include "judge/judge.h"

#include <math.h>

enum { OUT = 3, OUT_IN = 12, BATCH_IN = 24, COUNT = 40 };

static const double rounding = 1e-13;

static void gradients_foretell_the_cost(const struct trace *yours)
{
    static const char *const names[] = {"W", "b", "X"};
    const double *cost = judge_values(yours, "change-of-the-cost", 3);
    const double *gradient = judge_values(yours, "gradient-times-move", 3);
    for (size_t i = 0; i < 3; i++)
        if (!(fabs(gradient[i] - cost[i]) <= 1e-12))
            judge_fail("when %s moves, the cost changes by %.9g; your gradient says by "
                       "%.9g",
                       names[i], cost[i], gradient[i]);
}

/* Between two kinks the cost is quadratic in every single number, and a central
 * difference of it is exact but for rounding: u · 1000 / h < 1e-8 with h = 2^-16. At a
 * kink the slope is continuous and its own slope jumps, by less than 100; that changes
 * the quotient by less than 100 h. */
static void gradients_are_slopes(const struct trace *yours)
{
    static const struct {
        const char *name, *yours, *expected;
        size_t n;
    } all[] = {
        {"W", "dw-through-both", "dw-by-differences", OUT_IN},
        {"b", "db-through-both", "db-by-differences", OUT},
        {"X", "dx-through-both", "dx-by-differences", BATCH_IN},
    };
    for (size_t a = 0; a < sizeof all / sizeof *all; a++) {
        const double *gradient = judge_values(yours, all[a].yours, all[a].n);
        const double *quotient = judge_values(yours, all[a].expected, all[a].n);
        for (size_t i = 0; i < all[a].n; i++)
            if (!(fabs(gradient[i] - quotient[i]) <= 2e-3))
                judge_fail("through both layers, your gradient with respect to number "
                           "%zu of %s is %.9g, but the cost changes by %.9g per unit",
                           i, all[a].name, gradient[i], quotient[i]);
    }
}

/* Every element is dy or 0. */
static void gradient_passes_or_not(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", COUNT);
    const double *dy = judge_values(yours, "dy", COUNT);
    const double *dx = judge_values(yours, "relu-dx", COUNT);
    for (size_t i = 0; i < COUNT; i++)
        if (!(dx[i] == (x[i] > 0 ? dy[i] : 0)))
            judge_fail("x %.9g, dy %.9g: your dx is %.9g; ReLU passes a gradient on as "
                       "it is, or stops it",
                       x[i], dy[i], dx[i]);
}

const struct judge_test judge_tests[] = {
    {"the gradient of W", 2, "batch", rounding, rounding, NULL},
    {"the gradient of b", 2, "bias", rounding, rounding, NULL},
    {"the gradient of X", 2, "inputs", rounding, rounding, NULL},
    {"without the gradient of X", 1, "without-dx", rounding, rounding, NULL},
    {"gradients foretell the cost", 1, "adjoint", 0, 0, gradients_foretell_the_cost},
    {"one row, one column, a square, no rows, 400 by 400", 1, "shapes", rounding,
     rounding, NULL},
    {"the gradient of ReLU", 2, "relu", rounding, 0, gradient_passes_or_not},
    {"ReLU at its kink, at NaN and infinities", 1, "kink", rounding, 0, NULL},
    {"ReLU in place", 1, "in-place", rounding, 0, NULL},
    {"both layers together give the slopes of a cost", 2, "differences", 0, 0,
     gradients_are_slopes},
    {NULL, 0, NULL, 0, 0, NULL},
};
