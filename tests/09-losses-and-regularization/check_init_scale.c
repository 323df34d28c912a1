/* check_init_scale.c: what must be true of exercise 9.10.
 *
 * Rounding: a few operations, u = 1.1e-16 each; a power of 40 multiplies by 40. The mean
 * square of 40,000 draws has the standard deviation √(2 / 40,000) = 0.7 % if they are
 * normal, and less otherwise: 5 of them are 3.5 %. */
#include "judge/judge.h"

#include <math.h>

static const double rounding = 1e-12;

static void draws_have_the_variance(const struct trace *yours)
{
    static const char *const law[3] = {"normal", "uniform", "truncated"};
    const double *square = judge_values(yours, "mean-square-of-40000-draws", 3);
    for (size_t k = 0; k < 3; k++)
        if (!(fabs(square[k] - 0.25) <= 0.035 * 0.25))
            judge_fail(
                "with your parameter, 40,000 draws from the %s distribution have the "
                "mean square %.4g; with fan 4 and gain 1 it must be 0.25",
                law[k], square[k]);
}

static void he_keeps_xavier_halves(const struct trace *yours)
{
    const double *he = judge_values(yours, "factor-of-He-after-30", 12);
    const double *xavier = judge_values(yours, "factor-of-Xavier-after-30", 12);
    for (size_t k = 0; k < 12; k++) {
        judge_close("the factor of 30 layers with He's initialization", he[k], 1, 1e-10);
        judge_close("the factor of 30 layers with Xavier's", xavier[k], pow(0.5, 30),
                    1e-10);
    }
}

const struct judge_test judge_tests[] = {
    {"fans", 1, "fans", rounding, 0, NULL},
    {"gains", 1, "gains", rounding, 0, NULL},
    {"the normal distribution", 1, "normal", rounding, 0, NULL},
    {"the uniform distribution", 1, "uniform", rounding, 0, NULL},
    {"the truncated distribution", 1, "truncated", rounding, 0, NULL},
    {"draws have the variance", 1, "draws", 0, 0, draws_have_the_variance},
    {"the signal after many layers", 1, "depth", rounding, 0, NULL},
    {"He keeps the signal, Xavier halves it", 1, "keeps", 0, 0, he_keeps_xavier_halves},
    {"sizes of 0, numbers out of range", 1, "invalid", rounding, 0, NULL},
    {"fans beyond 2^64", 1, "beyond-32-bits", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
