/* check_momentum_forms.c: what must be true of exercise 2.1.
 *
 * Rounding: a step makes an error of a few u = 1.1e-16 in values of the order of 1 to
 * 10, and the walks contract, so that errors fade over 1 / (1 - β) ≤ 20 steps; a
 * factor with 1 - β in it has a relative error below 20 u. That is 1e-13 at most.
 * Positions cross 0, hence the absolute part. Over 1e5 steps that do not contract a
 * position gathers up to 1e5 errors of u times 200, in the worst case 2e-9, if they
 * were all alike; they are not. */
#include "judge/judge.h"

#include <math.h>

enum { T = 80, N = 3, PAIRS = 9 };

static const double rounding = 1e-12;

static void paths_coincide(const struct trace *yours)
{
    const double *b = judge_values(yours, "theta-b", T * N);
    static const char *const names[] = {"theta-a", "theta-c"};
    for (size_t form = 0; form < 2; form++) {
        const double *other = judge_values(yours, names[form], T * N);
        for (size_t i = 0; i < T * N; i++)
            if (!(fabs(other[i] - b[i]) <= 1e-11))
                judge_fail("t %zu: form (b) is at theta[%zu] = %.9g, but form (%c) with "
                           "the rates that you converted is at %.9g",
                           i / N + 1, i % N, b[i], "ac"[form], other[i]);
    }
}

static void walk_goes_on(const struct trace *yours)
{
    const double *stayed = judge_values(yours, "theta-in-the-old-form", PAIRS);
    const double *changed = judge_values(yours, "theta", PAIRS);
    for (size_t i = 0; i < PAIRS; i++)
        if (!(fabs(changed[i] - stayed[i]) <= 1e-11))
            judge_fail("from form (%c) to form (%c) half-way: with your rates and your "
                       "factor the walk ends at %.9g; without the change it ends at %.9g",
                       "abc"[i / 3], "abc"[i % 3], changed[i], stayed[i]);
}

/* With v as an average started at 0, v_t = Σ (1 - β) βⁱ g_{t-i}, and since the
 * gradient of the valley is θ - c, the path itself tells every gradient but for c:
 * differences of gradients are differences of positions. */
static void unrolled(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1), beta = *judge_values(yours, "beta", 1);
    const double *theta = judge_values(yours, "theta", T);
    for (size_t t = 3; t < T; t++) {
        /* Δ_t = βΔ_{t-1} - lr (1 - β) g_t; once more the difference, and c is gone. */
        double after = theta[t] - theta[t - 1], now = theta[t - 1] - theta[t - 2],
               before = theta[t - 2] - theta[t - 3];
        double expected = now + beta * (now - before) - lr * (1 - beta) * now;
        if (!(fabs(after - expected) <= 1e-11))
            judge_fail("t %zu: after moves of %.9g and %.9g the next must be %.9g, but "
                       "yours is %.9g",
                       t + 1, before, now, expected, after);
    }
}

const struct judge_test judge_tests[] = {
    {"rates from form to form", 1, "convert", rounding, 0, NULL},
    {"three forms, one path", 1, "same-path", 0, 0, paths_coincide},
    {"the factor of a velocity", 1, "factor", rounding, 0, NULL},
    {"a run that changes its form half-way", 1, "switch", 0, 0, walk_goes_on},
    {"form (c) in a valley", 1, "valley", rounding, rounding, unrolled},
    {"a penalty goes through v; two that take turns; g kept", 1, "penalty", rounding,
     rounding, NULL},
    {"the learning rate falls during the run", 1, "schedule", rounding, rounding, NULL},
    {"huge, tiny, zero and NaN gradients; no momentum; no parameters", 1, "edges",
     rounding, 0, NULL},
    {"1e5 steps", 1, "long", 1e-9, 0, NULL},
    {"rates out of range are refused", 1, "invalid", rounding, 0, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
