/* check_filter_normalize.c: what must be true of exercise 11.2.
 *
 * Rounding: a norm of 5 numbers is right to 5 u, a quotient and a product to u each:
 * 1e-15; of 1000 numbers to 1e-13. */
#include "judge/judge.h"

#include <math.h>

enum { N = 39, WEIGHTS = 32 };

static double norm(size_t n, const double *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i] * x[i];
    return sqrt(sum);
}

/* Each filter has the length of that of θ and the direction it had; biases have none. */
static void as_long_as_the_weights(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", N);
    const double *before = judge_values(yours, "d-before", N);
    const double *d = judge_values(yours, "d", N);
    for (size_t at = 0; at < WEIGHTS;) {
        const size_t size = at < 20 ? 5 : 4;
        judge_close("the length of a filter of your direction", norm(size, d + at),
                    norm(size, theta + at), 1e-12);
        for (size_t i = 1; i < size; i++)
            judge_close("the ratio of two numbers of a filter", d[at + i] / d[at],
                        before[at + i] / before[at], 1e-12);
        at += size;
    }
    for (size_t i = WEIGHTS; i < N; i++)
        if (d[i] != 0)
            judge_fail("a bias moves along your direction, by %.6g", d[i]);
}

static void moves_with_the_weights(const struct trace *yours)
{
    const double factor = *judge_values(yours, "factor", 1);
    const double *before = judge_values(yours, "first-unit-before", 5);
    const double *after = judge_values(yours, "first-unit-after", 5);
    for (size_t i = 0; i < 5; i++)
        judge_close("your direction for a unit with larger weights", after[i],
                    factor * before[i], 1e-12);
}

const struct judge_test judge_tests[] = {
    {"a small network", 3, "network", 1e-13, 0, as_long_as_the_weights},
    {"biases first, and parts of other shapes", 1, "order", 1e-13, 0, NULL},
    {"a unit with larger weights", 1, "rescaled", 1e-13, 0, moves_with_the_weights},
    {"filters of 0", 1, "zero", 1e-13, 0, NULL},
    {"huge and tiny filters", 1, "sizes", 1e-13, 0, NULL},
    {"NaN and infinities", 1, "not-finite", 1e-13, 0, NULL},
    {"100,000 parameters; weights untouched", 1, "many", 1e-11, 0, NULL},
    {"the length of each filter", 1, "lengths", 1e-12, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
