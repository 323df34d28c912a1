/* check_ewma_irregular.c: what must be true of exercise 1.5.
 *
 * Rounding: λ is known to 1.1e-16, so λ^Δt is known to Δt times that. A sample is
 * forgotten before its Δt, in samples or in seconds, has made 1e-13 of that; the sums of
 * positive terms add little. Values are of the order of 1. */
#include "judge/judge.h"

#include <math.h>

enum { N = 100, SHORT = 20, TOGETHER = 16 };

static const double rounding = 1e-12;

static void weighted_means(const struct trace *yours)
{
    double halflife = *judge_values(yours, "halflife", 1);
    const double *t = judge_values(yours, "t", N);
    const double *x = judge_values(yours, "x", N);
    const double *value = judge_values(yours, "value", N);
    for (size_t n = 0; n < N; n++) {
        double sum = 0, weights = 0;
        for (size_t i = 0; i <= n; i++) {
            double weight = exp2((t[i] - t[n]) / halflife);
            sum += weight * x[i];
            weights += weight;
        }
        judge_close("the average over all samples so far", value[n], sum / weights,
                    10 * rounding);
    }
}

/* With a sample every half-life, each weighs half of the one after it. */
static void weights_halve(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", SHORT);
    const double *value = judge_values(yours, "value", SHORT);
    double sum = 0, weights = 0;
    for (size_t n = 0; n < SHORT; n++) {
        sum = sum / 2 + x[n];
        weights = weights / 2 + 1;
        if (!(fabs(value[n] - sum / weights) <= rounding * fabs(value[n])))
            judge_fail("with a sample every half-life, the average of the first %zu is "
                       "%.9g, but yours is %.9g",
                       n + 1, sum / weights, value[n]);
    }
}

/* Until time moves, the average is the plain mean. */
static void plain_mean_of_a_moment(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", TOGETHER);
    const double *value = judge_values(yours, "value", TOGETHER);
    double sum = 0;
    for (size_t n = 0; n < TOGETHER / 2; n++) {
        sum += x[n];
        judge_close("the average of samples that share a time", value[n],
                    sum / (double)(n + 1), rounding);
    }
}

/* Two averages of the same samples, told apart by how they were given. */
static void same_average(const struct trace *yours, const char *name, const char *how)
{
    const double *t = judge_values(yours, "t", SHORT);
    const double *value = judge_values(yours, "value", SHORT);
    const double *other = judge_values(yours, name, SHORT);
    for (size_t i = 0; i < SHORT; i++)
        if (!(fabs(other[i] - value[i]) <= rounding * fabs(value[i])))
            judge_fail("t %.9g: your average is %.9g, but %s it is %.9g", t[i], value[i],
                       how, other[i]);
}

static void doubling_changes_nothing(const struct trace *yours)
{
    same_average(yours, "value-of-doubled", "with every sample given twice");
}

static void clocks_agree(const struct trace *yours)
{
    same_average(yours, "value-by-a-late-clock", "when all times are later by 2^30");
    same_average(yours, "value-in-seconds",
                 "when times and half-life are given in seconds instead of minutes");
}

const struct judge_test judge_tests[] = {
    {"noisy samples at irregular times", 2, "gaps", rounding, 0, weighted_means},
    {"a sample every half-life", 2, "regular", 0, 0, weights_halve},
    {"samples that share a time count alike", 2, "together", rounding, 0,
     plain_mean_of_a_moment},
    {"every sample given twice changes nothing", 1, "twice", 0, 0,
     doubling_changes_nothing},
    {"the zero and the unit of the clock do not matter", 1, "clocks", 0, 0, clocks_agree},
    {"time that runs backward is refused", 1, "backward", rounding, 0, NULL},
    {"what is not a number is refused", 1, "nan", rounding, 0, NULL},
    {"infinite times are refused", 1, "infinite", rounding, 0, NULL},
    {"of two mistakes, the header's first is told", 1, "two-mistakes", rounding, 0, NULL},
    {"no sample yet, two that take turns, times below zero, infinite x", 1, "edges",
     rounding, 0, NULL},
    {"1e5 samples, and gaps that forget them", 1, "long", rounding, 0, NULL},
    {"half-lives out of range are refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
