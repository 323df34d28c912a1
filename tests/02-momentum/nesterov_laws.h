/* nesterov_laws.h: what is true of Nesterov's method from either of its two places. */
#ifndef TESTS_MOMENTUM_NESTEROV_LAWS_H
#define TESTS_MOMENTUM_NESTEROV_LAWS_H

#include "judge/judge.h"

#include <math.h>

enum { T = 80, N = 3, RATE = 100 };

static inline void forms_coincide(const struct trace *yours)
{
    double lr = *judge_values(yours, "lr", 1);
    const double *a = judge_values(yours, "theta-a", T * N);
    const double *b = judge_values(yours, "theta-b", T * N);
    const double *v_a = judge_values(yours, "v-a", T * N);
    const double *v_b = judge_values(yours, "v-b", T * N);
    for (size_t i = 0; i < T * N; i++) {
        if (!(fabs(a[i] - b[i]) <= 1e-11))
            judge_fail("t %zu, theta[%zu]: %.9g in form (a), but %.9g in form (b)",
                       i / N + 1, i % N, a[i], b[i]);
        if (!(fabs(v_a[i] + lr * v_b[i]) <= 1e-11))
            judge_fail("t %zu: v[%zu] of form (a) is %.9g; that is not -lr times v of "
                       "form (b), %.9g",
                       i / N + 1, i % N, v_a[i], v_b[i]);
    }
}

/* On the curvature 1/κ both roots are ρ = 1 - 1/√κ, and the first step is a gradient
 * step: the error is (1 + t/√κ) ρ^t. An error of u in β splits the roots by √u, which
 * after t steps is an error of t² u. */
static inline void closed_form(const struct trace *yours)
{
    double root = sqrt(*judge_values(yours, "kappa", 1));
    const double *distance = judge_values(yours, "distance", RATE);
    for (size_t t = 1; t <= RATE; t++) {
        double expected = (1 + (double)t / root) * pow(1 - 1 / root, (double)t);
        if (!(fabs(distance[t - 1] - expected) <= 1e-10 * expected))
            judge_fail("t %zu: with the best rates for κ = %.5g the distance of the "
                       "look-ahead form's theta to the minimum must have shrunk to %.9g, "
                       "but yours is %.9g",
                       t, root * root, expected, distance[t - 1]);
    }
}

#endif
