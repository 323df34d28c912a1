/* check_lipschitz.c: what must be true of exercise 4.5.
 *
 * Rounding: L is a start times powers of 2 and of 2^(-1/m): 60 products, or 2000 in the
 * decay of m = 1000, with u = 1.1e-16 each. Whether to double is decided by comparisons
 * that rounding turns once in 1e12 times. */
#include "judge/judge.h"

#include <math.h>

enum { T = 60, M = 10 };

static const double rounding = 1e-12;

/* On a parabola of curvature h the step 1/L gains g²/L (1 - h/2L), which is g²/2L or more
 * where L ≥ h. So L is at least h, and if it was doubled, below 2h. */
static void estimate_is_large_enough(const struct trace *yours)
{
    const double *h = judge_values(yours, "curvature", T);
    const double *L = judge_values(yours, "L", T);
    const double *doublings = judge_values(yours, "doublings", T);
    double before = *judge_values(yours, "start", 1);
    for (size_t t = 0; t < T; t++) {
        if (!(L[t] >= h[t] * (1 - 1e-9)))
            judge_fail("search %zu: the curvature is %.9g, but your L only %.9g", t + 1,
                       h[t], L[t]);
        if (doublings[t] > 0 && !(L[t] < 2 * h[t] * (1 + 1e-9)))
            judge_fail("search %zu: L = %.9g would have been enough, but yours is %.9g",
                       t + 1, L[t] / 2, L[t]);
        double expected = before * exp2(doublings[t] - 1.0 / M);
        if (!(fabs(L[t] - expected) <= 1e-9 * expected))
            judge_fail(
                "search %zu: you report %g doublings, so that L is %.9g; but it is "
                "%.9g",
                t + 1, doublings[t], expected, L[t]);
        before = L[t];
    }
}

static void halves_in_a_pass(const struct trace *yours)
{
    const double *half = judge_values(yours, "L-after-m-searches", 3);
    const double *quarter = judge_values(yours, "L-after-2m-searches", 3);
    const double start = *judge_values(yours, "start", 1);
    for (size_t k = 0; k < 3; k++) {
        judge_close("L after as many searches as samples", half[k], start / 2, 1e-9);
        judge_close("L after twice as many", quarter[k], start / 4, 1e-9);
    }
}

const struct judge_test judge_tests[] = {
    {"parabolas of known curvature", 3, "parabolas", rounding, rounding,
     estimate_is_large_enough},
    {"along a descent", 1, "search", rounding, rounding, NULL},
    {"tiny gradients", 2, "tiny", rounding, rounding, NULL},
    {"the estimate halves in a pass", 1, "decay", rounding, 0, halves_in_a_pass},
    {"two that take turns; nothing allocated", 1, "turns", rounding, rounding, NULL},
    {"infinities, NaN, and the most doublings", 2, "edges", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
