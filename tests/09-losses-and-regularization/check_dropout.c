/* check_dropout.c: what must be true of exercise 9.6.
 *
 * Rounding: a quotient or a product with the quotient 1/(1-p): 2 u. Sums of 40 squares:
 * 40 u. 1e-14, and 1e-12 for sums of a thousand. */
#include "judge/judge.h"

#include <math.h>

enum { ALL = 1024 };

static const double rounding = 1e-14;

/* Over all masks the mean is what it was, and the variance is as foretold. */
static void noise_is_as_foretold(const struct trace *yours)
{
    const double *sum = judge_values(yours, "sum-of-each-mask", ALL);
    const double plain = *judge_values(yours, "sum-without-dropout", 1);
    double mean = 0, variance = 0;
    for (size_t i = 0; i < ALL; i++)
        mean += sum[i] / ALL;
    for (size_t i = 0; i < ALL; i++)
        variance += (sum[i] - mean) * (sum[i] - mean) / ALL;
    if (!(fabs(mean - plain) <= 1e-11))
        judge_fail(
            "over all 1024 masks the mean of a weighted sum of your units is %.9g; "
            "without dropout the sum is %.9g, and it must be the same",
            mean, plain);
    judge_close("your variance", *judge_values(yours, "variance-of-the-sum", 1), variance,
                1e-9);
}

const struct judge_test judge_tests[] = {
    {"units kept and dropped", 2, "forward", rounding, 0, NULL},
    {"the gradient", 2, "backward", rounding, 0, NULL},
    {"nothing is dropped when the network is used", 1, "used", rounding, 0, NULL},
    {"p of 0 and 1; dropped NaN and infinities", 1, "borders", rounding, 0, NULL},
    {"p out of range", 1, "invalid", rounding, 0, NULL},
    {"the variance", 1, "variance", rounding, 0, NULL},
    {"over all masks, mean and variance are right", 1, "happens", 1e-12, 1e-12,
     noise_is_as_foretold},
    {"100,000 units; inputs untouched", 1, "many", 1e-9, 1e-9, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
