/* check_adam_eps.c: what must be true of exercise 3.7.
 *
 * Rounding: a logarithm, expm1, a product, a root and a quotient, each right to a few u =
 * 1.1e-16; an error of y = t log β₂ becomes one of y e^y / (1 - e^y) ≤ 1 times as much in
 * 1 - e^y. Doubling t step by step instead makes up to 2 u a step, in 34 steps 8e-15.
 * Ordinary memories allow for 1 - β₂^t as written, which loses up to four digits: 1e-12
 * to 1e-11. log(share (2 - share)) loses digits where its argument is near 1, at the
 * worst at a share of 0.9: 1 - 0.9 · 1.1 = 0.01, a factor of 100; the header allows
 * 1e-13. */
#include "judge/judge.h"

#include <math.h>

enum { N = 20, PLOT = 200 };

static const double rounding = 2e-14, as_written = 1e-10;

static void settled_in_between(const struct trace *yours)
{
    const double *share = judge_values(yours, "share", N);
    const double *t = judge_values(yours, "settled", N);
    const double *early = judge_values(yours, "eps-hat-in-the-step-before", N);
    const double *late = judge_values(yours, "eps-hat-in-the-step-after", N);
    for (size_t i = 0; i < N; i++)
        if (!(early[i] <= 1 - share[i] + as_written &&
              late[i] >= 1 - share[i] - as_written))
            judge_fail("at t = %.9g, you say, %.6g of ε is missing; but in the step "
                       "before your ε̂ misses %.6g, and in the step after %.6g",
                       t[i], share[i], 1 - early[i], 1 - late[i]);
}

static void walks_coincide(const struct trace *yours)
{
    static const char *const names[] = {"theta-with-eps-hat-before",
                                        "theta-there-and-back"};
    const double *expected = judge_values(yours, "theta-with-eps-after", PLOT);
    for (size_t walk = 0; walk < 2; walk++) {
        const double *theta = judge_values(yours, names[walk], PLOT);
        for (size_t t = 0; t < PLOT; t++)
            if (!(fabs(theta[t] - expected[t]) <= 1e-12))
                judge_fail("t %zu: Adam with ε is at %.9g, but at %.9g %s", t + 1,
                           expected[t], theta[t],
                           walk ? "with your ε for your ε̂" : "with your ε̂");
    }
}

const struct judge_test judge_tests[] = {
    {"ε̂ for ε", 1, "before", as_written, 0, NULL},
    {"ε̂ for β₂ up to 1 - 1e-12", 1, "before-slow", rounding, 0, NULL},
    {"ε̂ after more than 2^32 steps", 1, "billions", rounding, 0, NULL},
    {"ε for ε̂", 1, "after", as_written, 0, NULL},
    {"ε for β₂ up to 1 - 1e-12", 1, "after-slow", rounding, 0, NULL},
    {"when the difference is settled", 1, "settled", 1e-13, 0, NULL},
    {"ε̂ is settled then, and not before", 1, "around", 0, 0, settled_in_between},
    {"Adam walks the same way with either", 1, "steps", 0, 0, walks_coincide},
    {"no memory, no ε, the last step", 1, "edges", rounding, 0, NULL},
    {"arguments out of range", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
