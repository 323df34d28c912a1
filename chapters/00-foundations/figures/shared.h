/* shared.h: what the experiments of the chapter share. */
#ifndef DESCENT_FIGURES_FOUNDATIONS_SHARED_H
#define DESCENT_FIGURES_FOUNDATIONS_SHARED_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "optim/lapack.h"
#include "optim/objective.h"
#include "optim/real.h"

#include <math.h>
#include <string.h>

/* One step of gradient descent; returns f before it. */
static inline double descend(size_t n, objective_fn *f, void *context, double lr,
                             real *theta, real *g)
{
    const double value = f(n, theta, g, context);
    for (size_t i = 0; i < n; i++)
        theta[i] -= (real)lr * g[i];
    return value;
}

static inline double squared(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square(x[i]);
    return sum;
}

/* Eigenvalues of a symmetric n × n matrix, ascending; the matrix is overwritten. */
static inline void eigenvalues(size_t n, real *matrix, real *values)
{
    if (LAPACK_NAME(syev)(LAPACK_COL_MAJOR, 'N', 'L', (lapack_int)n, matrix,
                          (lapack_int)n, values))
        figure_fail("the eigenvalues did not converge");
}

/* Whether a step is drawn: about twenty a factor of ten. */
static inline int is_drawn(size_t t)
{
    size_t power = 1;
    while (power * 100 <= t)
        power *= 10;
    return t % (power > 1 ? power / 2 : 1) == 0;
}

#endif
