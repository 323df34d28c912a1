/* shared.h: what the experiments of chapter 11 share. */
#ifndef DESCENT_FIGURES_LANDSCAPES_SHARED_H
#define DESCENT_FIGURES_LANDSCAPES_SHARED_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "optim/real.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static inline void draw_normal(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = (real)rng_normal(rng);
}

#endif
