/* check_escape.c: what must be true of exercise 11.6.
 *
 * Times are integers: with the same noise they are the same, unless rounding moves a
 * chain over a border, which has a probability of 1e-15 a step. Means are sums of
 * integers. */
#include "judge/judge.h"

#include <math.h>

enum { RUNS = 30, SWEEP = 12 };

/* One draw for each step that was taken. */
static void one_draw_a_step(const struct trace *yours)
{
    const double *time = judge_values(yours, "time", RUNS);
    const double *draws = judge_values(yours, "draws", RUNS);
    for (size_t i = 0; i < RUNS; i++)
        if (draws[i] != fmin(time[i], 300))
            judge_fail("run %zu ended after %g steps and drew noise %g times", i, time[i],
                       draws[i]);
}

/* Below 2 / h gradient descent stays. */
static void the_edge(const struct trace *yours)
{
    const double *factor = judge_values(yours, "rate-times-curvature", SWEEP);
    const double *time = judge_values(yours, "time-without-noise", SWEEP);
    for (size_t k = 0; k < SWEEP; k++)
        if ((time[k] <= 300) != (factor[k] > 2))
            judge_fail("with lr times h = %.3g and no noise your chain is %s", factor[k],
                       time[k] <= 300 ? "said to leave" : "said to stay");
}

/* Four standard errors of 787 escapes, 14 %. */
static void the_mean_is_that_of_all(const struct trace *yours)
{
    judge_close("your mean from runs that were cut off",
                *judge_values(yours, "mean-cut-off", 1),
                *judge_values(yours, "true-mean", 1), 0.15);
}

const struct judge_test judge_tests[] = {
    {"when the chain leaves", 3, "times", 1e-9, 1e-9, one_draw_a_step},
    {"batches", 1, "batches", 1e-9, 1e-9, NULL},
    {"without noise", 1, "quiet", 1e-9, 1e-9, the_edge},
    {"borders, limits and NaN", 2, "borders", 1e-9, 1e-9, NULL},
    {"the mean, from runs that were cut off", 3, "means", 1e-12, 1e-12,
     the_mean_is_that_of_all},
    {NULL, 0, NULL, 0, 0, NULL},
};
