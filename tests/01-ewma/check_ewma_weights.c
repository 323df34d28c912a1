/* check_ewma_weights.c: what must be true of exercise 1.1. */
#include "judge/judge.h"

/* Each sum exceeds the one before it by the weight of the sample that joined. */
static void sums_grow_by_weights(const struct trace *yours)
{
    const double *weight = judge_values(yours, "weight", 24);
    const double *sum = judge_values(yours, "sum", 24);
    for (size_t i = 0; i + 1 < 24; i++)
        if (!(sum[i + 1] - sum[i] > weight[i] - 1e-13 &&
              sum[i + 1] - sum[i] < weight[i] + 1e-13))
            judge_fail("the sum over %zu samples is the sum over %zu plus %.9g, but the "
                       "weight of the sample of age %zu is %.9g",
                       i + 1, i, sum[i + 1] - sum[i], i, weight[i]);
}

/* The relative error of e^y is that of y times |y|; |y| < 30 in "window", < 1e-2 or so in
 * "tiny", where n α stays below 10^7 · … and the weight may underflow to 0. */
const struct judge_test judge_tests[] = {
    {"weights and sums of a short window", 2, "window", 1e-13, 1e-15, NULL},
    {"sums grow by the weights", 1, "window", 0, 0, sums_grow_by_weights},
    {"the window that holds a given share", 2, "windows", 1e-13, 0, NULL},
    {"α down to 1e-20", 2, "tiny", 1e-9, 1e-300, NULL},
    {"n above 2^32", 1, "huge", 1e-12, 0, NULL},
    {"α = 1 and n = 0", 1, "edges", 1e-14, 0, NULL},
    {"arguments out of range", 1, "invalid", 1e-14, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
