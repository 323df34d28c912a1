/* bowl.h: what the cases of this chapter walk down,
 *
 *     f(θ) = ½ Σ h_i (θ_i - c_i)²
 *
 *     h   curvatures        c   the minimum
 *
 * It keeps a record of what it was asked. */
#ifndef TESTS_MOMENTUM_BOWL_H
#define TESTS_MOMENTUM_BOWL_H

#include "lab/rng.h"
#include "optim/real.h"
#include <math.h>
#include <stddef.h>

enum { BOWL_MAX = 4 };

struct bowl {
    size_t n;
    real h[BOWL_MAX], c[BOWL_MAX];
    size_t gradients, values; /* times asked for a gradient; for a value alone */
    real asked[BOWL_MAX];     /* where it was last asked for a gradient */
};

/* Curvatures from low to high in equal ratios, the minimum somewhere between 1 and 2. */
static inline struct bowl bowl_between(size_t n, real low, real high, struct rng *rng)
{
    struct bowl bowl = {.n = n};
    for (size_t i = 0; i < n; i++) {
        bowl.h[i] = n == 1 ? high : low * pow(high / low, (real)i / (real)(n - 1));
        bowl.c[i] = 1 + rng_uniform(rng);
    }
    return bowl;
}

/* A start at a distance of 1 to 3 from the minimum in each coordinate. */
static inline void bowl_start(const struct bowl *bowl, real *theta, struct rng *rng)
{
    for (size_t i = 0; i < bowl->n; i++)
        theta[i] = bowl->c[i] + rng_signed(rng, 1 + 2 * rng_uniform(rng));
}

/* An objective_fn whose context is a struct bowl. */
static inline real bowl_objective(size_t n, const real *theta, real *g, void *context)
{
    struct bowl *bowl = context;
    real value = 0;
    for (size_t i = 0; i < n; i++) {
        real slope = bowl->h[i] * (theta[i] - bowl->c[i]);
        value += slope * (theta[i] - bowl->c[i]) / 2;
        if (g) {
            bowl->asked[i] = theta[i];
            g[i] = slope;
        }
    }
    *(g ? &bowl->gradients : &bowl->values) += 1;
    return value;
}

/* 1, 2, …, n */
static inline void count_steps(size_t n, real *t)
{
    for (size_t i = 0; i < n; i++)
        t[i] = (real)(i + 1);
}

#endif
