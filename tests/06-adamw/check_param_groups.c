/* check_param_groups.c: what must be true of exercise 6.4.
 *
 * Rounding: the arithmetic is AdamW's of exercise 6.3; 80 steps of at most 0.15 with an
 * error of 100 u = 1e-14 of each, in θ of the order of 1. Norms are sums of squares of
 * those. */
#include "judge/judge.h"

#include <math.h>

enum { T = 80, ALL = 18, WEIGHTS_1 = 6 };

static const double rounding = 1e-12;

static const char of[ALL + 1] = "wwwwwwbbggwwwwbfff"; /* which tensor each belongs to */

/* Weights lose their share in each step, the rest loses nothing at all. */
static void only_weights_shrink(const struct trace *yours)
{
    double keep = 1 - *judge_values(yours, "lr", 1) * *judge_values(yours, "decay", 1);
    const double *start = judge_values(yours, "start", ALL);
    const double *theta = judge_values(yours, "theta", T * ALL);
    for (size_t i = 0; i < T * ALL; i++) {
        double before = i < ALL ? start[i] : theta[i - ALL];
        char tensor = of[i % ALL];
        if (tensor == 'b' || tensor == 'g') {
            if (theta[i] != before)
                judge_fail("t %zu: without a gradient and without a decay a %s must "
                           "stay what it is, %.9g, but it became %.9g",
                           i / ALL + 1, tensor == 'b' ? "bias" : "gain", before,
                           theta[i]);
        } else if (!(fabs(theta[i] - keep * before) <= 1e-14 * fabs(before))) {
            judge_fail("t %zu, theta[%zu], a weight: without a gradient a step must "
                       "leave %.9g of it, but yours leaves %.9g",
                       i / ALL + 1, i % ALL, keep, theta[i] / before);
        }
    }
}

static void does_not_move(const struct trace *yours)
{
    const double *theta = judge_values(yours, "weights-1", T * WEIGHTS_1);
    for (size_t i = WEIGHTS_1; i < T * WEIGHTS_1; i++)
        if (theta[i] != theta[i - WEIGHTS_1])
            judge_fail("t %zu: with a scale of 0 nothing may move, but a weight went "
                       "from %.9g to %.9g",
                       i / WEIGHTS_1 + 1, theta[i - WEIGHTS_1], theta[i]);
}

const struct judge_test judge_tests[] = {
    {"which tensor is in which group", 1, "assign", rounding, 0, NULL},
    {"two layers and a normalization", 1, "step", rounding, rounding, NULL},
    {"the norms of weights and of the rest", 1, "layers", rounding, rounding, NULL},
    {"without a gradient only weights shrink", 1, "no-gradient", rounding, 0,
     only_weights_shrink},
    {"every group has its learning rate", 1, "scales", rounding, rounding, NULL},
    {"a frozen group", 1, "frozen", rounding, rounding, does_not_move},
    {"schedules and learning rates that change", 1, "schedules", rounding, rounding,
     NULL},
    {"tensors that change their group", 1, "moved", rounding, rounding, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {"a single parameter; huge, zero, tiny and NaN gradients", 1, "single", rounding, 0,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
