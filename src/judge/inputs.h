/** @file inputs.h
 *  @brief What the cases of several chapters draw and need. */
#ifndef DESCENT_INPUTS_H
#define DESCENT_INPUTS_H

#include "judge/driver.h"
#include "optim/real.h"

#include <stdlib.h>

/** @param[out] x  n normal numbers about a center */
static inline void draw(size_t n, real *x, real center, real spread, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = center + spread * rng_normal(rng);
}

/** @return room for n numbers, to be freed; the program ends if there is none */
static inline real *room(size_t n)
{
    real *x = malloc(n * sizeof *x);
    if (!x)
        abort();
    return x;
}

#endif
