/* laws.h: what must be true of a method on linear models, whatever the reference says. */
#ifndef TESTS_VARIANCE_LAWS_H
#define TESTS_VARIANCE_LAWS_H

#include "judge/judge.h"
#include <math.h>

enum { LAWS_M = 8, LAWS_N = 3, LAWS_STEPS = 48 };

static inline double laws_sigmoid(double z)
{
    return 1 / (1 + exp(-z));
}

/* φ'(z_i) at theta. */
static inline double laws_slope(const struct trace *yours, int squared, size_t i,
                                const double *theta, size_t m)
{
    const double *x = judge_values(yours, "x", m * LAWS_N);
    const double *y = judge_values(yours, "y", m);
    double z = 0;
    for (size_t j = 0; j < LAWS_N; j++)
        z += x[i * LAWS_N + j] * theta[j];
    return (squared ? z : laws_sigmoid(z)) - y[i];
}

/* With one sample there is nothing to reduce: all methods are gradient descent. */
static inline void laws_gradient_descent(const struct trace *yours)
{
    const double *x = judge_values(yours, "x", LAWS_N);
    const double *start = judge_values(yours, "start", LAWS_N);
    const double *theta = judge_values(yours, "theta", LAWS_STEPS * LAWS_N);
    double lr = *judge_values(yours, "lr", 1), l2 = *judge_values(yours, "l2", 1);
    double now[LAWS_N] = {start[0], start[1], start[2]};
    for (size_t t = 0; t < LAWS_STEPS; t++) {
        double slope = laws_slope(yours, 1, 0, now, 1);
        for (size_t j = 0; j < LAWS_N; j++) {
            now[j] -= lr * (slope * x[j] + l2 * now[j]);
            if (!(fabs(theta[t * LAWS_N + j] - now[j]) <= 1e-11 * (1 + fabs(now[j]))))
                judge_fail("t %zu: with one sample the step is one of gradient descent, "
                           "to theta[%zu] = %.9g, but yours is %.9g",
                           t + 1, j, now[j], theta[t * LAWS_N + j]);
        }
    }
}

#endif
