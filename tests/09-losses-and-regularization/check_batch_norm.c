/* check_batch_norm.c: what must be true of exercise 9.8.
 *
 * Rounding: sums of 5 numbers of the size of 1, u = 1.1e-16 each, divided by standard
 * deviations that are rarely below 0.1; batches of two can lie closer. 1e-12, and a
 * thousand times that where a difference is divided. Far from 0, at 2^28, the mean is
 * rounded to 3e-8. */
#include "judge/slopes.h"

enum { ROWS = 5, C = 3, ALL = ROWS * C };

static const double rounding = 1e-12;

/* Every column of (y - bias) / gain has the mean 0 and, but for ε, the variance 1. */
static void columns_are_normal(const struct trace *yours)
{
    const double *y = judge_values(yours, "y", ALL);
    const double *gain = judge_values(yours, "gain", C);
    const double *bias = judge_values(yours, "bias", C);
    for (size_t c = 0; c < C; c++) {
        double mean = 0, variance = 0;
        for (size_t r = 0; r < ROWS; r++)
            mean += y[r * C + c] / ROWS;
        for (size_t r = 0; r < ROWS; r++)
            variance += (y[r * C + c] - mean) * (y[r * C + c] - mean) / ROWS;
        if (!(fabs(mean - bias[c]) <= 1e-10))
            judge_fail(
                "column %zu of your y has the mean %.9g; it must be the bias, %.9g", c,
                mean, bias[c]);
        if (!(variance <= gain[c] * gain[c] * (1 + 1e-9) &&
              variance >= gain[c] * gain[c] * 0.99))
            judge_fail(
                "column %zu of your y has the variance %.9g; it must be the square "
                "of the gain, %.9g, but for eps",
                c, variance, gain[c] * gain[c]);
    }
}

static void columns_sum_to_0(const struct trace *yours)
{
    const double *dx = judge_values(yours, "dx", ALL);
    for (size_t c = 0; c < C; c++) {
        double sum = 0;
        for (size_t r = 0; r < ROWS; r++)
            sum += dx[r * C + c];
        if (!(fabs(sum) <= 1e-10))
            judge_fail(
                "column %zu of your dx adds up to %.9g; it must to 0, since moving "
                "the whole batch changes nothing",
                c, sum);
    }
}

static void gradients_are_slopes(const struct trace *yours)
{
    slopes_agree(yours, "dx-of-the-cost", "dx-by-differences", ALL, 1e-5);
    slopes_agree(yours, "dgain-of-the-cost", "dgain-by-differences", C, 1e-7);
    slopes_agree(yours, "dbias-of-the-cost", "dbias-by-differences", C, 1e-7);
}

const struct judge_test judge_tests[] = {
    {"forward in training", 4, "forward", rounding, rounding, columns_are_normal},
    {"running statistics", 4, "running", rounding, rounding, NULL},
    {"in use: forward and backward", 3, "use", rounding, rounding, NULL},
    {"backward in training", 3, "backward", 1e-10, 1e-10, columns_sum_to_0},
    {"the gradients are slopes", 2, "differences", 0, 0, gradients_are_slopes},
    {"columns far from 0, a constant one", 1, "far", 1e-5, 1e-6, NULL},
    {"one row or none in training", 1, "one-row", rounding, rounding, NULL},
    {"NaN, momentum of 0 and 1, 20,000 rows", 2, "edges", 1e-10, 1e-10, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
