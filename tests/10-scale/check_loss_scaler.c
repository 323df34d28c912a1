/* check_loss_scaler.c: what must be true of exercise 10.2.
 *
 * Rounding: a scale is a product of at most 80 factors, 80 u = 1e-14; a gradient is one
 * division by it. Counters are whole numbers. */
#include "judge/judge.h"

#include <math.h>

enum { T = 80, N = 5 };

static const double rounding = 1e-13;

/* A change is a growth after good steps, or a backoff with a skipped one. */
static void skips_and_falls_together(const struct trace *yours)
{
    const double *scale = judge_values(yours, "scale", T);
    const double *made = judge_values(yours, "step-is-made", T);
    double before = *judge_values(yours, "first-scale", 1);
    for (size_t t = 0; t < T; before = scale[t++]) {
        if (made[t] != 0 && scale[t] < before)
            judge_fail("t %zu: the scale fell from %.6g to %.6g, but the step was made",
                       t + 1, before, scale[t]);
        if (made[t] == 0 && scale[t] > before)
            judge_fail("t %zu: the scale grew from %.6g to %.6g after an overflow", t + 1,
                       before, scale[t]);
    }
}

/* The gradients of the loss lie between 0.5 and 1.5. */
static void gradients_are_unscaled(const struct trace *yours)
{
    const double *g = judge_values(yours, "gradient", T * N);
    for (size_t i = 0; i < T * N; i++)
        if (!(g[i] >= 0.5 && g[i] <= 1.5))
            judge_fail(
                "t %zu: the gradient of the loss is between 0.5 and 1.5, but yours "
                "is %.6g",
                i / N + 1, g[i]);
}

const struct judge_test judge_tests[] = {
    {"climbs to what fits, and comes down", 2, "climb", rounding, 0,
     skips_and_falls_together},
    {"gradients that are all good", 2, "steady", rounding, 0, gradients_are_unscaled},
    {"NaN and infinities", 2, "spoiled", rounding, 0, skips_and_falls_together},
    {"other factors", 1, "factors", rounding, 0, NULL},
    {"the least and the largest scale", 1, "limits", rounding, 0, NULL},
    {"large, small and no numbers", 1, "edges", rounding, 0, NULL},
    {"two that take turns; nothing allocated; 100,000 gradients", 1, "turns", rounding, 0,
     NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
