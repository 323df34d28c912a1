/* check_newton_cg_direction.c: what must be true of exercise 5.5.
 *
 * Rounding: conjugate gradients lose orthogonality slowly; in six rounds with condition
 * numbers below a few hundred the error of d stays below 1e-9 of its size. What is solved
 * to a tolerance of 1e-9 may differ by that times the condition number. */
#include "judge/judge.h"

#include <math.h>

enum { N = 6, SETS = 6, ROUNDS = 7 };

static const double rounding = 1e-8;

static void solves(const struct trace *yours)
{
    const double *h = judge_values(yours, "h", N * N), *g = judge_values(yours, "g", N);
    const double *d = judge_values(yours, "d", N);
    double residual = 0, length = 0;
    for (size_t i = 0; i < N; i++) {
        double sum = g[i];
        for (size_t j = 0; j < N; j++)
            sum += h[i * N + j] * d[j];
        residual += sum * sum;
        length += g[i] * g[i];
    }
    if (!(sqrt(residual) <= 2e-9 * sqrt(length)))
        judge_fail("the length of Hd + g is %.6g times that of g; asked for was 1e-9",
                   sqrt(residual / length));
}

static void leads_down(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", SETS * N);
    const double *d = judge_values(yours, "d", SETS * N);
    for (size_t k = 0; k < SETS; k++) {
        double slope = 0;
        for (size_t i = 0; i < N; i++)
            slope += g[k * N + i] * d[k * N + i];
        if (!(slope < 0))
            judge_fail("system %zu: the slope along your direction is %.6g; it must be "
                       "below 0, also where there is negative curvature",
                       k + 1, slope);
    }
}

static void each_round_leads_down(const struct trace *yours)
{
    const double *slope = judge_values(yours, "slope", ROUNDS);
    for (size_t k = 0; k < ROUNDS; k++)
        if (!(slope[k] < 0))
            judge_fail("with %zu products the slope along your direction is %.6g", k,
                       slope[k]);
}

const struct judge_test judge_tests[] = {
    {"solved to nine digits", 3, "solve", 1e-6, 1e-8, solves},
    {"loose tolerances, short and long gradients", 3, "loose", rounding, rounding, NULL},
    {"negative curvature and none", 3, "negative", rounding, rounding, leads_down},
    {"cut short after each round", 2, "residuals", 1e-6, 1e-6, each_round_leads_down},
    {"no gradient, NaN, tolerances out of range, no parameters", 2, "bad", rounding,
     rounding, NULL},
    {"100,000 parameters; inputs untouched, nothing allocated", 2, "contract", 1e-7, 1e-7,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
