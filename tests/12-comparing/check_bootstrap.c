/* check_bootstrap.c: what must be true of exercise 12.4.
 *
 * Rounding: means of 8 results of the size of 10, and differences of them: some u =
 * 1.1e-16 times 100. With harder seeds the results go up to 1000. */
#include "judge/judge.h"
#include <math.h>

enum { R = 101 };

static const double rounding = 1e-13;

static void means_ascend(const struct trace *yours)
{
    const double *mean = judge_values(yours, "difference", R);
    for (size_t r = 1; r < R; r++)
        if (!(mean[r] >= mean[r - 1]))
            judge_fail("your differences do not ascend: %.9g stands before %.9g",
                       mean[r - 1], mean[r]);
}

/* A seed that is hard for both leaves the interval of pairs as it is, and makes the other
 * one wide: 3 against 0.3, and chance makes at most a factor of 2 of it. */
static void pairs_are_worth_it(const struct trace *yours)
{
    const double *interval = judge_values(yours, "interval", 2);
    const double *other = judge_values(yours, "interval-of-b-less-a", 2);
    const double *harder = judge_values(yours, "interval-with-harder-seeds", 2);
    const double width = interval[1] - interval[0];
    for (size_t k = 0; k < 2; k++) {
        if (!(fabs(interval[k] + other[1 - k]) <= 1e-12))
            judge_fail(
                "of a less b your interval goes from %.9g to %.9g, of b less a from "
                "%.9g to %.9g: that should be the same with the other sign",
                interval[0], interval[1], other[0], other[1]);
        if (!(fabs(interval[k] - harder[k]) <= 1e-10))
            judge_fail(
                "with seeds that are harder for both, your interval moves from %.9g "
                "to %.9g",
                interval[k], harder[k]);
    }
    const double without = *judge_values(yours, "width-without-pairs", 1);
    if (!(without > 2 * width))
        judge_fail("your interval is %.9g wide with pairs and %.9g without: the seeds, "
                   "which move both methods alike, are still in it",
                   width, without);
}

const struct judge_test judge_tests[] = {
    {"with pairs", 4, "paired", rounding, rounding, means_ascend},
    {"without pairs", 3, "unpaired", rounding, rounding, NULL},
    {"levels, and few resamples", 3, "levels", rounding, rounding, NULL},
    {"what pairs are worth", 2, "properties", 1e-10, 1e-10, pairs_are_worth_it},
    {"one pair, the last pair, inputs untouched", 1, "edges", rounding, rounding, NULL},
    {"what is refused", 2, "invalid", 0, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
