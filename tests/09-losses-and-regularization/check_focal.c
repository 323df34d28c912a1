/* check_focal.c: what must be true of exercise 9.2.
 *
 * Rounding: an exponent of size s has the error u s, u = 1.1e-16, which is a relative one
 * of the exponential; q to the power of γ ≤ 7.5 multiplies it by γ. Logits of the size of
 * 10: 1e-13. Logits of 10,000 and below: u 2e4 8 = 2e-11. */
#include "judge/slopes.h"

enum { SETS = 20, K = 4, SWEEP = 99, CLASSES = 6 };

static const double rounding = 1e-13, large = 3e-11;

/* The gradient is a multiple of p - [i = c]: it sums to 0, and of the true class it is
 * negative. */
static void gradients_add_up_to_0(const struct trace *yours)
{
    const double *dz = judge_values(yours, "dz", SETS * K);
    const double *label = judge_values(yours, "label", SETS);
    for (size_t s = 0; s < SETS; s++) {
        double sum = 0;
        for (size_t i = 0; i < K; i++) {
            sum += dz[s * K + i];
            if (!(i == (size_t)label[s] ? dz[s * K + i] <= 0 : dz[s * K + i] >= 0))
                judge_fail(
                    "set %zu: your gradient of class %zu is %.9g; raising the true "
                    "logit helps, raising another does not",
                    s + 1, i, dz[s * K + i]);
        }
        if (!(fabs(sum) <= 1e-12))
            judge_fail(
                "set %zu: the components of your gradient add up to %.9g; they must "
                "to 0, since equal shifts of all logits change nothing",
                s + 1, sum);
    }
}

static void gradient_is_the_slope(const struct trace *yours)
{
    slopes_agree(yours, "dz-of-four", "dz-by-differences", 4 * K, 2e-9);
}

/* Every class that is there has the same part of all weight. */
static void classes_count_alike(const struct trace *yours)
{
    const double *count = judge_values(yours, "count", CLASSES);
    const double *alpha = judge_values(yours, "alpha", CLASSES);
    double samples = 0;
    for (size_t i = 0; i < CLASSES; i++)
        samples += count[i];
    for (size_t i = 0; i < CLASSES; i++)
        if (count[i] > 0)
            judge_close("the weight of a class, count times alpha,", count[i] * alpha[i],
                        samples / (CLASSES - 1), 1e-12);
}

const struct judge_test judge_tests[] = {
    {"loss and gradient", 3, "plain", rounding, rounding, gradients_add_up_to_0},
    {"weighted classes", 2, "weighted", rounding, rounding, NULL},
    {"logits up to ±10,000, to the last digits", 3, "large", large, 0,
     gradients_add_up_to_0},
    {"the gradient is the slope of the loss", 2, "differences", 0, 0,
     gradient_is_the_slope},
    {"one class, equal logits, 100,000 classes", 1, "edges", 1e-11, 0, NULL},
    {"NaN, infinities, labels and numbers out of range", 1, "invalid", rounding, 0, NULL},
    {"weights that balance the classes", 2, "balance", rounding, 0, classes_count_alike},
    {"the loss against the probability", 1, "sweep", 1e-12, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
