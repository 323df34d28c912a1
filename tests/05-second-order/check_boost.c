/* check_boost.c: what must be true of exercise 5.7.
 *
 * Rounding: sums of 14 numbers, squares, quotients, and a difference of scores that may
 * be some ten times the gain: 1e-12. Sums of 50,000 numbers, in any order: 1e-9. */
#include "judge/judge.h"

#include <math.h>

enum { N = 14, SETS = 8 };

static const double rounding = 1e-11;

/* What a leaf costs with its best value. */
static double cost(const double *g, const double *h, size_t from, size_t to,
                   double lambda)
{
    double sum_g = 0, sum_h = lambda;
    for (size_t i = from; i < to; i++) {
        sum_g += g[i];
        sum_h += h[i];
    }
    return -sum_g * sum_g / (2 * sum_h);
}

/* No split is worth more, by the definition. */
static void none_is_better(const struct trace *yours)
{
    for (size_t k = 0; k < SETS; k++) {
        const double *g = judge_values(yours, "g", SETS * N) + k * N;
        const double *h = judge_values(yours, "h", SETS * N) + k * N;
        const double lambda = judge_values(yours, "lambda", SETS)[k];
        const double gamma = judge_values(yours, "gamma", SETS)[k];
        const double gain = judge_values(yours, "gain", SETS)[k];
        for (size_t i = 1; i < N; i++) {
            const double worth = cost(g, h, 0, N, lambda) - cost(g, h, 0, i, lambda) -
                                 cost(g, h, i, N, lambda) - gamma;
            if (worth > gain + 1e-9)
                judge_fail("set %zu: your gain is %.9g, but with %zu samples on the left "
                           "the cost falls by %.9g",
                           k + 1, gain, i, worth);
        }
    }
}

const struct judge_test judge_tests[] = {
    {"leaf values", 3, "leaf", rounding, 0, NULL},
    {"best splits", 3, "split", rounding, rounding, none_is_better},
    {"equal features, equal gains", 2, "ties", rounding, 0, NULL},
    {"second derivatives of 0, no penalty", 1, "flat", rounding, rounding, NULL},
    {"prices, bounds, penalties", 2, "limits", rounding, rounding, NULL},
    {"neighbors, and features near the end of a double", 1, "neighbors", rounding, 0,
     NULL},
    {"a jump that moves", 1, "scan", rounding, 0, NULL},
    {"NaN, disorder, values outside their ranges, no samples", 1, "bad", rounding, 0,
     NULL},
    {"50,000 samples; inputs untouched, nothing allocated", 1, "contract", 1e-9, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
