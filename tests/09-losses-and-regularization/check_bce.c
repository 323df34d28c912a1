/* check_bce.c: what must be true of exercise 9.1.
 *
 * Rounding: log1p, exp and a quotient, each off by an ulp or two, u = 1.1e-16. The
 * relative error of softplus(z) for large negative z is that of exp(z), which has the
 * error of an ulp: 1e-14 is generous. A gradient of a target in between is a difference
 * of two numbers of the size of 1: absolute. A mean of 100,000 costs: n u = 1e-11. */
#include "judge/slopes.h"

enum { SAMPLES = 24, SWEEP = 161 };

static const double rounding = 1e-14;

/* Without weights, the other answer of the other logit costs the same. */
static void cost_is_positive_and_gradient_between(const struct trace *yours)
{
    const double *cost = judge_values(yours, "cost", SAMPLES);
    const double *dz = judge_values(yours, "dz", SAMPLES);
    const double *y = judge_values(yours, "y", SAMPLES);
    for (size_t i = 0; i < SAMPLES; i++)
        if (!(cost[i] > 0 && dz[i] > -y[i] && dz[i] < 1 - y[i]))
            judge_fail("sample %zu: your cost is %.9g and your gradient %.9g; a cost is "
                       "positive, and the gradient p - y lies between %.9g and %.9g",
                       i + 1, cost[i], dz[i], -y[i], 1 - y[i]);
}

static void gradient_is_the_slope(const struct trace *yours)
{
    slopes_agree(yours, "dz-of-the-batch", "dz-by-differences", SAMPLES, 1e-9);
}

/* Of a positive sample: falling, convex. */
static void sweep_is_convex(const struct trace *yours)
{
    const double *cost = judge_values(yours, "cost", SWEEP);
    for (size_t i = 1; i + 1 < SWEEP; i++)
        if (!(cost[i - 1] > cost[i] && cost[i] > cost[i + 1] &&
              cost[i - 1] + cost[i + 1] >= 2 * cost[i] - 1e-13))
            judge_fail("row %zu: your costs %.9g, %.9g, %.9g; of a positive sample the "
                       "cost falls and is convex",
                       i + 1, cost[i - 1], cost[i], cost[i + 1]);
}

const struct judge_test judge_tests[] = {
    {"cost and gradient", 1, "plain", rounding, rounding,
     cost_is_positive_and_gradient_between},
    {"positive samples that count more, or not at all", 1, "weighted", rounding, rounding,
     NULL},
    {"logits up to ±10,000, to the last digits", 2, "large", 1e-13, 0, NULL},
    {"the mean of a batch", 1, "batch", rounding, rounding, NULL},
    {"the gradient is the slope of the cost", 1, "differences", 0, 0,
     gradient_is_the_slope},
    {"infinite logits", 1, "infinite", rounding, 0, NULL},
    {"NaN, targets and weights out of range, no sample", 1, "invalid", rounding, rounding,
     NULL},
    {"100,000 samples; inputs untouched", 1, "many", 1e-11, 0, NULL},
    {"the curve of a positive sample", 1, "sweep", rounding, 0, sweep_is_convex},
    {NULL, 0, NULL, 0, 0, NULL},
};
