/* shared.h: what the experiments of chapter 7 share. */
#ifndef DESCENT_FIGURES_MUON_SHARED_H
#define DESCENT_FIGURES_MUON_SHARED_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "optim/newton_schulz.h"
#include "optim/polar.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void draw_normal(size_t count, real *a, struct rng *rng)
{
    for (size_t i = 0; i < count; i++)
        a[i] = (real)rng_normal(rng);
}

/* The singular values of a matrix, the largest first. */
static inline void singular_values(size_t rows, size_t cols, const real *a, real *sigma)
{
    struct polar polar;
    real *o = allocate(rows * cols, sizeof *o);
    require(polar_init(&polar, rows, cols));
    require(polar_factor(&polar, a, o));
    memcpy(sigma, polar.sigma, (rows < cols ? rows : cols) * sizeof *sigma);
    polar_free(&polar);
    free(o);
}

static inline void orthogonalize(size_t rows, size_t cols, const real *a, real *o)
{
    struct newton_schulz ns;
    require(newton_schulz_init(&ns, rows, cols));
    require(newton_schulz(&ns, 5, a, o));
    newton_schulz_free(&ns);
}

static inline double largest_difference(size_t n, const real *a, const real *b)
{
    double largest = 0;
    for (size_t i = 0; i < n; i++)
        largest = fmax(largest, fabs((double)(a[i] - b[i])));
    return largest;
}

#endif
