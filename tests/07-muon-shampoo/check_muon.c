/* check_muon.c: what must be true of exercise 7.2.
 *
 * Rounding: the iteration multiplies an error of u = 1.1e-16 by up to 485 (exercise 7.1);
 * a step moves W by that times lr ≤ 0.05 and a scale of up to 5, 40 steps 40 times as
 * far: 1e-12. In the bowl each error comes back in the next gradient: ten times that. */
#include "judge/judge.h"

#include <math.h>

enum { N = 18, T = 12 };

static const double rounding = 1e-11;

/* The sum is the average over 1 - β, and the iteration does not see the factor, but for
 * ε, which is 1e-7 of 1 - β of the norm: 485 times 2e-6 of a step of 0.05. */
static void momenta_step_alike(const struct trace *yours)
{
    const double *average = judge_values(yours, "w-average-nesterov", T * N);
    const double *sum = judge_values(yours, "w-sum-nesterov", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (!(fabs(average[i] - sum[i]) <= 1e-3))
            judge_fail(
                "step %zu: with the average W has %.9g, with the sum %.9g; one is a "
                "multiple of the other, and the multiple is divided out again",
                i / N + 1, average[i], sum[i]);
}

static void only_decay_is_left(const struct trace *yours)
{
    const double *start = judge_values(yours, "start", N);
    const double *w = judge_values(yours, "w-decay-alone", T * N);
    double keep = 1 - *judge_values(yours, "lr", 1) * *judge_values(yours, "decay", 1);
    for (size_t i = 0; i < T * N; i++) {
        double before = i < N ? start[i] : w[i - N];
        if (!(fabs(w[i] - keep * before) <= 1e-14 * fabs(before)))
            judge_fail(
                "step %zu: there is no gradient, so that a step must leave %.9g of "
                "a weight; yours leaves %.9g",
                i / N + 1, keep, w[i] / before);
    }
}

/* ε is at most 1e-7 of the norm. */
static void unit_does_not_matter(const struct trace *yours)
{
    const double *w = judge_values(yours, "w", T * N);
    const double *other = judge_values(yours, "w-other-units", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (!(fabs(w[i] - other[i]) <= 1e-3))
            judge_fail("step %zu: W has %.9g, and %.9g when the gradients are in other "
                       "units; without momentum they must not matter",
                       i / N + 1, w[i], other[i]);
}

static void rotation_goes_through(const struct trace *yours)
{
    const double *one = judge_values(yours, "w-of-rotated", T * N);
    const double *other = judge_values(yours, "rotated-w", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (!(fabs(one[i] - other[i]) <= 1e-10))
            judge_fail("step %zu: with everything rotated W has %.9g, but the walk "
                       "rotated is at %.9g",
                       i / N + 1, one[i], other[i]);
}

const struct judge_test judge_tests[] = {
    {"down a bowl", 1, "bowl", rounding, rounding, NULL},
    {"average and sum, with Nesterov and without", 3, "momenta", rounding, rounding,
     momenta_step_alike},
    {"the scale for a shape", 2, "scales", 1e-14, 0, NULL},
    {"both scales, tall and wide", 1, "scaled", rounding, rounding, NULL},
    {"decay, schedules and learning rates that change", 1, "schedules", rounding,
     rounding, NULL},
    {"without a gradient", 1, "no-gradient", rounding, rounding, only_decay_is_left},
    {"gradients in any unit", 1, "units", rounding, rounding, unit_does_not_matter},
    {"everything rotated", 1, "rotated", rounding, rounding, rotation_goes_through},
    {"gradients that are not finite", 2, "not-finite", rounding, rounding, NULL},
    {"rows, columns, other numbers of iterations", 1, "shapes", rounding, rounding, NULL},
    {"two in turn, 100,000 parameters, nothing allocated", 1, "contract", 1e-10, 1e-10,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
