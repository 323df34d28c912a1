/* check_sag.c: what must be true of exercise 4.2.
 *
 * Rounding: a step makes relative errors of a few u = 1.1e-16 in numbers of the size 1 to
 * 10, and the maps are stable: 48 steps · 10 u · 10. The descent is recorded in decades
 * down to a gap of some 1e-10, so a distance of 1e-5 to the optimum: an error of 1e-15 is
 * 1e-10 of that. In the pass over 100,000 samples 1e5 errors of u add up in sums of up to
 * 1e5. */
#include "laws.h"

static const double rounding = 1e-12;

/* d = Σ s_i x_i over the samples that were seen, and s_i is the slope at θ before the
 * sample's last visit. */
static void table_is_kept(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", LAWS_M * LAWS_N);
    const double *start = judge_values(yours, "start", LAWS_N);
    const double *theta = judge_values(yours, "theta", LAWS_STEPS * LAWS_N);
    const double *sample = judge_values(yours, "sample", LAWS_STEPS);
    const double *slope = judge_values(yours, "slope", LAWS_M);
    const double *total = judge_values(yours, "total", LAWS_N);
    double expected[LAWS_M] = {0}, sum[LAWS_N] = {0};
    for (size_t t = 0; t < LAWS_STEPS; t++) {
        size_t i = (size_t)sample[t];
        const double *before = t ? theta + (t - 1) * LAWS_N : start;
        expected[i] = laws_slope(yours, 0, i, before, LAWS_M);
    }
    for (size_t i = 0; i < LAWS_M; i++) {
        if (!(fabs(slope[i] - expected[i]) <= rounding))
            judge_fail("sample %zu: its slope at θ before its last visit was %.9g, but "
                       "your table has %.9g",
                       i, expected[i], slope[i]);
        for (size_t j = 0; j < LAWS_N; j++)
            sum[j] += slope[i] * x[i * LAWS_N + j];
    }
    for (size_t j = 0; j < LAWS_N; j++)
        if (!(fabs(total[j] - sum[j]) <= 10 * rounding))
            judge_fail("d[%zu]: the slopes in your table times the features add up to "
                       "%.9g, but your d is %.9g",
                       j, sum[j], total[j]);
}

const struct judge_test judge_tests[] = {
    {"logistic regression", 3, "logistic", rounding, rounding, table_is_kept},
    {"least squares", 2, "squared", rounding, 10 * rounding, NULL},
    {"a table that starts centered", 2, "centered", rounding, rounding, NULL},
    {"slopes of 0; a refusal with a table that starts centered", 1, "table", rounding,
     rounding, NULL},
    {"a learning rate that changes", 1, "schedule", rounding, rounding, NULL},
    {"one sample: gradient descent", 1, "alone", rounding, 10 * rounding,
     laws_gradient_descent},
    {"down to the optimum", 1, "descent", 0, 1e-6, NULL},
    {"100,000 samples, in time", 1, "many", 1e-9, 1e-9, NULL},
    {"no such sample, NaN, and margins that are not finite", 2, "edges", rounding,
     rounding, NULL},
    {"two that take turns; nothing allocated, samples kept; 100,000 parameters", 1,
     "contract", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
