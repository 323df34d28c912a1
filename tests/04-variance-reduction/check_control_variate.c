/* check_control_variate.c: what must be true of exercise 4.1.
 *
 * Rounding: sums of 20 numbers of the size of 1, u = 1.1e-16 each: 1e-14. Far from zero,
 * at 2^27, the numbers are rounded when they are drawn, but their differences are exact,
 * and a mean of them is as good as near zero; only the mean of Z, of the size 1e8, has
 * errors of 20 u of that. */
#include "judge/judge.h"

#include <math.h>

enum { M = 20, GRID = 21 };

static const double rounding = 1e-12;

/* The error is variance plus squared bias, and smallest at the best α. */
static void error_is_smallest_at_the_best(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", M), *y = judge_values(yours, "y", M);
    const double *alpha = judge_values(yours, "alpha", GRID);
    const double *error = judge_values(yours, "error", GRID);
    double best = *judge_values(yours, "best", 1), b = 0, square = 0;
    for (size_t i = 0; i < M; i++) {
        b += (x[i] - y[i]) / M;
        square += (x[i] - y[i]) * (x[i] - y[i]) / M;
    }
    for (size_t k = 0; k < GRID; k++) {
        double from_best = (alpha[k] - best) * (alpha[k] - best) * square;
        double least = best * best * (square - b * b) + (1 - best) * (1 - best) * b * b;
        if (!(fabs(error[k] - least - from_best) <= 1e-9 * (1 + error[k])))
            judge_fail("alpha %.3g: from your best α, %.9g, the error is %.9g, but yours "
                       "here is %.9g",
                       alpha[k], best, least + from_best, error[k]);
    }
}

/* Mean, variance and error over all pairs of what control_variate() returned. */
static void law_is_what_happens(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", M), *z = judge_values(yours, "z", M);
    double mean = 0, mean_x = 0, variance = 0, error = 0;
    for (size_t i = 0; i < M; i++) {
        mean += z[i] / M;
        mean_x += x[i] / M;
    }
    for (size_t i = 0; i < M; i++) {
        variance += (z[i] - mean) * (z[i] - mean) / M;
        error += (z[i] - mean_x) * (z[i] - mean_x) / M;
    }
    judge_close("the mean of your Z over all pairs", mean,
                *judge_values(yours, "mean", 1), 1e-9);
    judge_close("the variance of your Z over all pairs", variance,
                *judge_values(yours, "variance", 1), 1e-9);
    judge_close("the mean squared error of your Z over all pairs", error,
                *judge_values(yours, "error", 1), 1e-9);
}

const struct judge_test judge_tests[] = {
    {"estimates", 1, "draws", rounding, rounding, NULL},
    {"mean, variance and error by α; the best α", 3, "error", rounding, rounding,
     error_is_smallest_at_the_best},
    {"the law is what happens", 1, "happens", rounding, rounding, law_is_what_happens},
    {"numbers around 1e8", 2, "far", rounding, rounding, NULL},
    {"one pair, equal numbers, equal means", 1, "edges", rounding, rounding, NULL},
    {"infinities and NaN", 1, "not-finite", rounding, rounding, NULL},
    {"20,000 pairs; inputs untouched", 1, "large", 1e-9, 1e-9, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
