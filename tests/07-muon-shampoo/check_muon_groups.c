/* check_muon_groups.c: what must be true of exercise 7.3.
 *
 * Rounding: as in exercise 7.2, with steps of up to 0.1; AdamW's is smaller. */
#include "judge/judge.h"

#include <math.h>

enum { T = 20 };

static const double rounding = 1e-11;

static void shrinks(const struct trace *yours, const char *name, size_t n, double keep)
{
    const double *theta = judge_values(yours, name, T * n);
    for (size_t i = n; i < T * n; i++)
        if (!(fabs(theta[i] - keep * theta[i - n]) <= 1e-13 * fabs(theta[i - n])))
            judge_fail("%s, step %zu: without a gradient a step must leave %.9g of a "
                       "number, but yours leaves %.9g",
                       name, i / n + 1, keep, theta[i] / theta[i - n]);
}

static void weights_decay_and_the_rest_does_not(const struct trace *yours)
{
    const double decay = *judge_values(yours, "decay", 1);
    const double muon = 1 - decay * *judge_values(yours, "muon-lr", 1);
    const double adamw = 1 - decay * *judge_values(yours, "adamw-lr", 1);
    shrinks(yours, "weights-1", 12, adamw);
    shrinks(yours, "weights-2", 20, muon);
    shrinks(yours, "weights-3", 10, adamw);
    shrinks(yours, "factors", 4, adamw);
    shrinks(yours, "biases-1", 4, 1);
    shrinks(yours, "gains", 2, 1);
}

const struct judge_test judge_tests[] = {
    {"which tensor goes to which method", 2, "assign", 0, 0, NULL},
    {"a network of three layers", 2, "step", rounding, rounding, NULL},
    {"the norms of Muon's matrices and of the rest", 1, "layers", rounding, rounding,
     NULL},
    {"without a gradient only weights shrink", 1, "no-gradient", rounding, rounding,
     weights_decay_and_the_rest_does_not},
    {"schedules and learning rates that change", 1, "schedules", rounding, rounding,
     NULL},
    {"learning rates of the two scales", 1, "convert", 1e-14, 0, NULL},
    {"gradients that are not finite", 1, "not-finite", rounding, rounding, NULL},
    {"two in turn, nothing allocated, a large matrix", 1, "contract", rounding, rounding,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
