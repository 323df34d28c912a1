/* bowls.h: functions for SAM to go down, which note where they are asked. */
#ifndef TESTS_11_BOWLS_H
#define TESTS_11_BOWLS_H

#include "draw.h"
#include <math.h>

enum { BOWL_N = 5, BOWL_CALLS = 8 };

/* ½ Σ h_i (θ_i - c_i)² + d (θ_0 - c_0)³, and the points of its last calls. */
struct bowl {
    real h[BOWL_N], c[BOWL_N], cubic;
    size_t calls, values;
    real asked[BOWL_CALLS][BOWL_N];
};

static inline real bowl_cost(size_t n, const real *theta, real *g, void *context)
{
    struct bowl *bowl = context;
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        bowl->asked[bowl->calls % BOWL_CALLS][i] = theta[i];
    bowl->calls++;
    bowl->values += g == NULL;
    for (size_t i = 0; i < n; i++) {
        const real x = theta[i] - bowl->c[i], d = i == 0 ? bowl->cubic : 0;
        sum += bowl->h[i] * x * x / 2 + d * x * x * x;
        if (g)
            g[i] = bowl->h[i] * x + 3 * d * x * x;
    }
    return sum;
}

static inline struct bowl bowl_drawn(struct rng *rng)
{
    struct bowl bowl = {.cubic = 0.1};
    for (size_t i = 0; i < BOWL_N; i++) {
        bowl.h[i] = 0.5 + 2 * rng_uniform(rng);
        bowl.c[i] = rng_normal(rng);
    }
    return bowl;
}

#endif
