/* check_schedule_free.c: what must be true of exercise 8.7.
 *
 * Rounding: v is an average, whose errors fade. A step moves z by about lr ≤ 0.05 per
 * unit of direction; 100 steps with an error of 100 u of that each make 500 u. x is a
 * difference divided by β₁ ≥ 0.6; whoever computes y through x divides in each step, and
 * multiplies again: 100 · 2 u. Means of both signs may be small, whence an absolute
 * part. */
#include "judge/judge.h"

#include <math.h>

enum { T = 100, N = 3, NO_RATE = 20 };

static const double rounding = 1e-12;

/* The algorithm as it is printed, with x, from the given gradients. */
static void as_printed(const struct trace *yours, const double *rates)
{
    double beta1 = *judge_values(yours, "beta1", 1),
           beta2 = *judge_values(yours, "beta2", 1);
    double decay = *judge_values(yours, "decay", 1),
           warmup = *judge_values(yours, "warmup", 1);
    double lr = *judge_values(yours, "lr", 1);
    const double *start = judge_values(yours, "start", N);
    const double *g = judge_values(yours, "gradients", T * N);
    const double *y = judge_values(yours, "y", T * N);
    const double *averages = judge_values(yours, "x", T * N);
    for (size_t i = 0; i < N; i++) {
        double x = start[i], z = x, at = x, v = 0, largest = 0, sum = 0;
        for (size_t t = 1; t <= T; t++) {
            double slope = g[(t - 1) * N + i], time = (double)t;
            v += (1 - beta2) * (slope * slope - v);
            double rate = (rates ? rates[t - 1] : lr) * sqrt(1 - pow(beta2, time)) *
                          (time < warmup ? time / warmup : 1);
            largest = fmax(largest, rate);
            sum += largest * largest;
            z -= rate * (slope / (sqrt(v) + 1e-8) + decay * at);
            x += largest * largest / sum * (z - x);
            at = (1 - beta1) * z + beta1 * x;
            if (!(fabs(y[(t - 1) * N + i] - at) <= 1e-10))
                judge_fail("t %zu, y[%zu]: with the average kept apart it is %.9g; yours "
                           "is %.9g",
                           t, i, at, y[(t - 1) * N + i]);
            if (!(fabs(averages[(t - 1) * N + i] - x) <= 1e-10))
                judge_fail(
                    "t %zu, x[%zu]: the average of z by its weights is %.9g; yours "
                    "is %.9g",
                    t, i, x, averages[(t - 1) * N + i]);
        }
    }
}

static void steady(const struct trace *yours)
{
    as_printed(yours, NULL);
}

static void changing(const struct trace *yours)
{
    as_printed(yours, judge_values(yours, "rates", T));
}

static void units_do_not_matter(const struct trace *yours)
{
    const double *y = judge_values(yours, "y-in-three-units", T * N);
    for (size_t t = 0; t < T; t++)
        for (size_t i = 1; i < N; i++)
            if (!(fabs(y[t * N + i] - y[t * N]) <= 1e-11))
                judge_fail("t %zu: gradients a million times larger lead to %.9g instead "
                           "of %.9g; without epsilon the unit must not matter",
                           t + 1, y[t * N + i], y[t * N]);
}

static void stands_still(const struct trace *yours)
{
    const double *y = judge_values(yours, "y-without-rate", T);
    const double *x = judge_values(yours, "x-without-rate", T);
    for (size_t t = 0; t < NO_RATE; t++)
        if (!(fabs(y[t] - x[t]) <= rounding && fabs(y[t] - y[0]) <= rounding))
            judge_fail(
                "t %zu: with a rate of 0 nothing moves, but y is %.9g and x is %.9g",
                t + 1, y[t], x[t]);
}

const struct judge_test judge_tests[] = {
    {"one parameter in a valley", 2, "valley", rounding, rounding, NULL},
    {"given gradients", 2, "noise", rounding, rounding, steady},
    {"warm-up", 1, "warm", rounding, rounding, steady},
    {"decay at y", 2, "decay", rounding, rounding, steady},
    {"rates that change", 2, "rates", rounding, rounding, changing},
    {"epsilon, and the size of the gradients", 1, "epsilon", rounding, rounding,
     units_do_not_matter},
    {"a rate of 0 at first", 1, "no-rate", rounding, rounding, stands_still},
    {"huge, tiny, zero and NaN gradients; no parameters", 1, "edges", rounding, rounding,
     NULL},
    {"reading the average", 1, "reading", rounding, rounding, NULL},
    {"20,000 steps", 1, "long", 1e-10, 1e-10, NULL},
    {"two that take turns; nothing allocated, g kept; 100,000 parameters", 1, "contract",
     rounding, rounding, NULL},
    {NULL, 0, NULL, 0, 0, NULL},
};
