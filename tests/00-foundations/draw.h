/* draw.h: what the cases of this chapter share: random vectors and matrices, functions
 * that are watched, and what a call may not do. */
#ifndef TESTS_FOUNDATIONS_DRAW_H
#define TESTS_FOUNDATIONS_DRAW_H

#include "judge/driver.h"
#include "lab/rng.h"
#include "optim/objective.h"
#include "optim/real.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static inline void draw_vector(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = rng_normal(rng);
}

/* Uniform between two bounds. */
static inline real draw_between(real low, real high, struct rng *rng)
{
    return low + (high - low) * rng_uniform(rng);
}

/* 1, 2, …, n */
static inline void count_up(size_t n, real *t)
{
    for (size_t i = 0; i < n; i++)
        t[i] = (real)(i + 1);
}

static inline real *allocate(size_t count)
{
    real *memory = calloc(count + 1, sizeof(real));
    if (!memory)
        abort();
    return memory;
}

/* A function that counts how it is called, and keeps the first points at which it was. */
enum { WATCHED_POINTS = 128 };

struct watched {
    objective_fn *f;
    void *context;
    size_t evaluations, gradients;
    real first[WATCHED_POINTS]; /* parameter 0 of each point */
};

static inline real watched_value(size_t n, const real *theta, real *g, void *context)
{
    struct watched *w = context;
    if (w->evaluations < WATCHED_POINTS && n)
        w->first[w->evaluations] = theta[0];
    w->evaluations++;
    w->gradients += g != NULL;
    return w->f(n, theta, g, w->context);
}

/* Σ cosh(θ_i - θ_(i+1) - 0.3) + θ_i²/4: smooth, convex, coupled. */
static inline real chain(size_t n, const real *theta, real *g, void *context)
{
    (void)context;
    real sum = 0;
    for (size_t i = 0; g && i < n; i++)
        g[i] = 0;
    for (size_t i = 0; i < n; i++) {
        const real u = theta[i] - theta[(i + 1) % n] - 0.3;
        sum += cosh(u) + theta[i] * theta[i] / 4;
        if (g) {
            g[i] += sinh(u) + theta[i] / 2;
            g[(i + 1) % n] -= sinh(u);
        }
    }
    return sum;
}

static inline real constant_nan(size_t n, const real *theta, real *g, void *context)
{
    (void)theta, (void)context;
    for (size_t i = 0; g && i < n; i++)
        g[i] = 1;
    return (real)NAN;
}

#endif
