/* shared.h: what the experiments of chapter 8 share. */
#ifndef DESCENT_FIGURES_SCHEDULES_SHARED_H
#define DESCENT_FIGURES_SCHEDULES_SHARED_H

#include "lab/figure.h"
#include "lab/rng.h"
#include "optim/real.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The first of the seeds of every experiment. The bounds of the facts come from
 * others. */
#ifndef FIRST_SEED
#define FIRST_SEED 1
#endif

static inline double mean(size_t n, const double *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += x[i];
    return sum / (double)n;
}

static inline double deviation(size_t n, const double *x)
{
    double centre = mean(n, x), sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square(x[i] - centre);
    return sqrt(sum / (double)(n - 1));
}

static inline double length(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square((double)x[i]);
    return sqrt(sum);
}

#endif
