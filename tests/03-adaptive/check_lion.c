/* check_lion.c: what must be true of exercise 3.4.
 *
 * Rounding: the direction is a sign, and a gradient that is drawn at random makes a
 * mixture so near 0 that rounding turns its sign once in 1e13 times. θ is then a sum of
 * at most 150 steps of 0.1 and so, each with a few errors of u = 1.1e-16 of θ, and m an
 * average that forgets its errors. That is 1e-13. In the long run the decay lets θ
 * forget, too, over 1 / (lr λ) ≤ 1e4 steps, at a size of 1 / λ = 100 at most. */
#include "judge/judge.h"

#include <math.h>

enum { T = 60, N = 3 };

static const double rounding = 1e-12;

/* lr is a power of 2 and so are the starts, so that every sum is exact. */
static void moves_are_lr(const struct trace *yours)
{
    static const double start[N] = {0.5, -0.5, 1};
    const double *theta = judge_values(yours, "theta", T * N);
    double lr = *judge_values(yours, "lr", 1);
    for (size_t i = 0; i < T * N; i++) {
        double move = theta[i] - (i < N ? start[i] : theta[i - N]);
        if (i % N == 2 && !(move == 0))
            judge_fail("t %zu: theta[2] moves by %.9g; it has never had a gradient",
                       i / N + 1, move);
        if (i % N < 2 && !(fabs(move) == lr))
            judge_fail("t %zu: theta[%zu] moves by %.17g; without decay it must move by "
                       "lr = %.9g, up or down",
                       i / N + 1, i % N, move, lr);
    }
}

static void decay_is_geometric(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", T);
    double lr = *judge_values(yours, "lr", 1), decay = *judge_values(yours, "decay", 1);
    for (size_t t = 1; t < T; t++) {
        double expected = (1 - lr * decay) * theta[t - 1];
        if (!(fabs(theta[t] - expected) <= rounding))
            judge_fail("t %zu: without any gradient theta must go from %.9g to %.9g, but "
                       "yours goes to %.9g",
                       t + 1, theta[t - 1], expected, theta[t]);
    }
}

static void units_of_the_cost_do_not_matter(const struct trace *yours)
{
    const double *theta = judge_values(yours, "theta", T);
    const double *scaled = judge_values(yours, "theta-in-other-units", T);
    double factor = *judge_values(yours, "factor", 1);
    for (size_t t = 0; t < T; t++)
        if (!(fabs(scaled[t] - theta[t]) <= rounding))
            judge_fail("t %zu: your theta is %.9g, but %.9g when all gradients are "
                       "multiplied by %.6g",
                       t + 1, theta[t], scaled[t], factor);
}

const struct judge_test judge_tests[] = {
    {"along given gradients", 1, "noise", rounding, rounding, NULL},
    {"down a valley", 1, "valley", rounding, rounding, NULL},
    {"every coordinate moves by lr, or not at all", 1, "grid", 0, 0, moves_are_lr},
    {"with decay", 1, "decay", rounding, rounding, NULL},
    {"nothing but decay", 1, "alone", rounding, rounding, decay_is_geometric},
    {"the unit of the cost does not matter", 1, "units", 0, 0,
     units_of_the_cost_do_not_matter},
    {"a learning rate that changes", 1, "schedule", rounding, rounding, NULL},
    {"huge, tiny, zero and NaN gradients; β = 0; no parameters", 1, "edges", rounding, 0,
     NULL},
    {"1e5 steps", 1, "long", 1e-9, 1e-9, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
