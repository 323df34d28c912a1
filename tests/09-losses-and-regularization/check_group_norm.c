/* check_group_norm.c: what must be true of exercise 9.9.
 *
 * Rounding: sums of 36 numbers of the size of 1, u = 1.1e-16 each, divided by standard
 * deviations; of three numbers those can be small: 1e-11. Far from 0, at 2^28, the mean
 * is rounded to 3e-8. */
#include "judge/slopes.h"

enum { SAMPLES = 2, C = 6, SPACE = 3, ALL = SAMPLES * C * SPACE };

static const double rounding = 1e-12;

/* (y - bias) / gain has the mean 0 and, but for ε, the variance 1 in each group. */
static void groups_are_normal(const struct trace *yours)
{
    const double *y = judge_values(yours, "y-of-3-groups", ALL);
    const double *gain = judge_values(yours, "gain", C);
    const double *bias = judge_values(yours, "bias", C);
    for (size_t k = 0; k < 6; k++) {
        double mean = 0, square = 0;
        for (size_t i = 0; i < 6; i++) {
            const size_t c = k % 3 * 2 + i / SPACE;
            const double normal = (y[6 * k + i] - bias[c]) / gain[c];
            mean += normal / 6;
            square += normal * normal / 6;
        }
        if (!(fabs(mean) <= 1e-9 && square > 0.99 && square < 1 + 1e-9))
            judge_fail(
                "group %zu of sample %zu: without gain and bias your y has the mean "
                "%.9g and the mean square %.9g; they must be 0 and, but for eps, 1",
                k % 3, k / 3, mean, square);
    }
}

static void gradients_are_slopes(const struct trace *yours)
{
    slopes_agree(yours, "dx-of-the-cost", "dx-by-differences", ALL, 1e-6);
    slopes_agree(yours, "dgain-of-the-cost", "dgain-by-differences", C, 1e-7);
}

const struct judge_test judge_tests[] = {
    {"one group: layer normalization", 2, "layer", rounding, rounding, NULL},
    {"a group a channel: instance normalization", 2, "instance", 1e-11, 1e-11, NULL},
    {"three groups", 3, "sets", rounding, rounding, groups_are_normal},
    {"backward with one group", 2, "back-layer", rounding, rounding, NULL},
    {"backward with two groups", 3, "back-sets", rounding, rounding, NULL},
    {"backward with a group a channel", 2, "back-instance", 1e-9, 1e-9, NULL},
    {"the gradients are slopes", 2, "differences", 0, 0, gradients_are_slopes},
    {"far from 0; in the place of dy; inputs untouched", 1, "careful", 1e-5, 1e-6, NULL},
    {"one number, no places, NaN, 100,000", 1, "edges", 1e-9, 1e-9, NULL},
    {"group counts that do not divide, bad sizes", 2, "invalid", rounding, rounding,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
