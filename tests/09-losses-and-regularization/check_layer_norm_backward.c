/* check_layer_norm_backward.c: what must be true of exercise 9.7.
 *
 * Rounding: sums of 6 numbers of the size of 1, u = 1.1e-16 each, divided by standard
 * deviations that are rarely below 0.3: 1e-13. Far from 0, at 2^28, the mean itself is
 * rounded to 3e-8, which moves every difference alike: that drops out of dx but for the
 * second order, and leaves 1e-7 in the normalized features. */
#include "judge/slopes.h"

enum { ROWS = 4, N = 6 };

static const double rounding = 1e-12;

/* Along (1, 1, …) nothing changes. */
static void rows_sum_to_0(const struct trace *yours)
{
    const double *dx = judge_values(yours, "dx", ROWS * N);
    const double *x = judge_values(yours, "x", ROWS * N);
    for (size_t r = 0; r < ROWS; r++) {
        double sum = 0, along = 0, mean = 0;
        for (size_t i = 0; i < N; i++)
            mean += x[r * N + i] / N;
        for (size_t i = 0; i < N; i++) {
            sum += dx[r * N + i];
            along += dx[r * N + i] * (x[r * N + i] - mean);
        }
        if (!(fabs(sum) <= 1e-10))
            judge_fail(
                "row %zu of your dx adds up to %.9g; it must to 0, since moving all "
                "features alike changes nothing",
                r, sum);
        if (!(fabs(along) <= 2e-3))
            judge_fail(
                "row %zu: along x - mean your dx is %.9g; it must be 0 but for eps, "
                "since stretching a row changes nothing",
                r, along);
    }
}

static void gradients_are_slopes(const struct trace *yours)
{
    slopes_agree(yours, "dx-of-the-cost", "dx-by-differences", ROWS * N, 1e-6);
    slopes_agree(yours, "dgain-of-the-cost", "dgain-by-differences", N, 1e-7);
}

const struct judge_test judge_tests[] = {
    {"the gradient of the rows", 4, "rows", rounding, rounding, rows_sum_to_0},
    {"the gradients of gain and bias", 2, "sums", rounding, rounding, NULL},
    {"an epsilon that matters", 1, "strong-eps", rounding, rounding, NULL},
    {"rows far from 0", 2, "far", 1e-5, 1e-6, NULL},
    {"the gradients are slopes", 2, "differences", 0, 0, gradients_are_slopes},
    {"the gradient in the place of dy", 1, "in-place", rounding, rounding, NULL},
    {"no row, one feature, constant rows, 100,000", 2, "shapes", 1e-10, 1e-10, NULL},
    {"NaN in a row, bad epsilons", 1, "invalid", rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
