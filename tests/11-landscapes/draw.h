/* draw.h: what the cases of chapter 11 share: random arrays, and room for them. */
#ifndef TESTS_11_DRAW_H
#define TESTS_11_DRAW_H

#include "judge/driver.h"
#include "optim/real.h"
#include <stdlib.h>

/* n normal numbers. */
static inline void draw(size_t n, real *x, real spread, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = spread * rng_normal(rng);
}

/* Room for n numbers. */
static inline real *room(size_t n)
{
    real *x = malloc(n * sizeof *x);
    if (!x)
        abort();
    return x;
}

/* 1, 2, 3 … */
static inline void count_from_1(size_t n, real *x)
{
    for (size_t i = 0; i < n; i++)
        x[i] = (real)(i + 1);
}

#endif
