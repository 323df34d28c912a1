/* check_ewma_weights.c: what must be true of exercise 1.1.
 *
 * The contract allows weights a relative error of 1e-12 and sums and windows one of
 * 1e-14. The student and the reference may both be off by that, in opposite
 * directions. */
#include "judge/judge.h"

#include <math.h>

enum { N = 24 };

static const double weight_error = 2e-12, sum_error = 2e-14, window_error = 2e-14;

/* Each sum exceeds the one before it by the weight of the sample that joined, and the
 * window of a sum is its number of samples. A sum s is known to 1e-14 s, of which 1 - s,
 * what the window takes the logarithm of, makes 1e-14 s / (1 - s) < 5e-13, and a
 * logarithm of 0.05 or more a step turns that into 1e-11 samples. */
static void sums_are_sums(const struct trace *yours)
{
    const double *weight = judge_values(yours, "weight", N);
    const double *sum = judge_values(yours, "sum", N);
    const double *window = judge_values(yours, "window", N);
    for (size_t i = 0; i < N; i++) {
        if (i + 1 < N && !(fabs(sum[i + 1] - sum[i] - weight[i]) <= 1e-13))
            judge_fail("the sum over %zu samples is the sum over %zu plus %.9g, but the "
                       "weight of the sample of age %zu is %.9g",
                       i + 1, i, sum[i + 1] - sum[i], i, weight[i]);
        if (!(fabs(window[i] - (double)i) <= 1e-9))
            judge_fail("the sum over %zu samples is %.9g, but the window that holds this "
                       "share is %.9g",
                       i, sum[i], window[i]);
    }
}

const struct judge_test judge_tests[] = {
    {"weights of young and old samples", 1, "weights", weight_error, 0, NULL},
    {"weights for α down to 1e-20", 1, "weights-slow", weight_error, 0, NULL},
    {"sums of weights", 1, "sums", sum_error, 0, NULL},
    {"sums for α down to 1e-20", 1, "sums-slow", sum_error, 0, NULL},
    {"sums over more than 2^32 samples", 1, "sums-long", sum_error, 0, NULL},
    {"the window that holds a given share", 1, "windows", window_error, 0, NULL},
    {"windows for α down to 1e-20", 1, "windows-slow", window_error, 0, NULL},
    {"sums grow by the weights, windows undo sums", 1, "together", 0, 0, sums_are_sums},
    {"α = 1, no sample, all samples, next to no weight", 1, "edges", sum_error, 0, NULL},
    {"arguments out of range", 1, "invalid", sum_error, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
