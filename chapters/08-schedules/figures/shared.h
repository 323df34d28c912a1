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

static inline double length(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square((double)x[i]);
    return sqrt(sum);
}

#endif
