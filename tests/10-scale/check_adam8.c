/* check_adam8.c: what must be true of exercise 10.4.
 *
 * Rounding: the arithmetic of a step is AdamW's, 100 u = 1e-14 of each of at most 150
 * steps of 0.2. Averages that differ by their last digits have the same codes, unless one
 * is within 1e-13 of the middle between two, which no drawn number is. Without ε, and
 * where averages were rounded to small numbers, steps are larger; they are compared in
 * relation to θ. */
#include "judge/judge.h"

#include <math.h>

enum { N = 11 };

static const double rounding = 1e-11;

/* The step is made with what the gradient gave, before anything is rounded. */
static void first_step_is_lr(const struct trace *yours)
{
    const double *g = judge_values(yours, "g", N);
    const double *theta = judge_values(yours, "theta-after-one-step", N);
    const double lr = *judge_values(yours, "lr", 1);
    for (size_t i = 0; i < N; i++)
        if (!(fabs(theta[i] + copysign(lr, g[i])) <= 1e-12 * lr))
            judge_fail("g %.6g: without ε the first step is lr against the sign, %.9g, "
                       "but yours is %.9g; nothing is rounded before the step",
                       g[i], -copysign(lr, g[i]), theta[i]);
}

const struct judge_test judge_tests[] = {
    {"along given gradients: parameters, averages, scales", 3, "given", rounding,
     rounding, NULL},
    {"with decay", 1, "decay", rounding, rounding, NULL},
    {"a learning rate that changes", 1, "schedule", rounding, rounding, NULL},
    {"an outlier spoils its own block only", 2, "outlier", rounding, rounding, NULL},
    {"down a valley", 2, "valley", rounding, rounding, NULL},
    {"the first step is not rounded", 2, "first", rounding, 0, first_step_is_lr},
    {"blocks of every length", 1, "lengths", rounding, rounding, NULL},
    {"a NaN stays in its block", 1, "spoiled", rounding, rounding, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 2, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
