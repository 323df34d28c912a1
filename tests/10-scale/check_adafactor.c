/* check_adafactor.c: what must be true of exercise 10.5.
 *
 * Rounding: t^-c is a power, good to a few u; 1 - t^-c loses a digit where t is small.
 * Sums have at most 12 terms, and 40 steps add up: below 1e-12. With 100,000 parameters
 * the sums have as many terms of the same sign. */
#include "judge/judge.h"

#include <math.h>

enum { N = 12 };

static const double rounding = 1e-11;

/* V is exact for a product of a row and a column, so g/√V is a sign. */
static void first_step_is_lr(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", N);
    const double *step = judge_values(yours, "first-step-of-a-product", N);
    const double lr = *judge_values(yours, "lr", 1);
    for (size_t i = 0; i < N; i++)
        if (!(fabs(step[i] + copysign(lr, g[i])) <= 1e-12 * lr))
            judge_fail(
                "g %.6g: a gradient that is a product of a row and a column has the "
                "second moment g², so the first step is %.6g; yours is %.6g",
                g[i], -copysign(lr, g[i]), step[i]);
}

const struct judge_test judge_tests[] = {
    {"a matrix, with the state", 2, "matrix", rounding, rounding, NULL},
    {"a single row", 1, "vector", rounding, rounding, NULL},
    {"a single column", 1, "column", rounding, rounding, NULL},
    {"the second moment alone", 2, "plain", rounding, rounding, NULL},
    {"a rate that fades", 1, "fading", rounding, rounding, NULL},
    {"a step relative to the parameters", 1, "relative", rounding, rounding, NULL},
    {"updates that are clipped", 1, "clipped", rounding, rounding, NULL},
    {"down a valley", 1, "valley", rounding, rounding, NULL},
    {"parameters that are small", 1, "small", rounding, rounding, NULL},
    {"a gradient that rows and columns describe exactly", 2, "rank-one", rounding, 0,
     first_step_is_lr},
    {"no gradient, tiny ones, NaN, one parameter", 1, "edges", rounding, 0, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
