/* shared.h: what the experiments of chapter 6 share. */
#ifndef DESCENT_FIGURES_ADAMW_SHARED_H
#define DESCENT_FIGURES_ADAMW_SHARED_H

#include "lab/figure.h"
#include "lab/methods.h"
#include "lab/rng.h"
#include "optim/adam.h"
#include "optim/adamw.h"
#include "optim/sgd.h"
#include "optim/sgdw.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static inline double rms(size_t n, const real *x)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += square((double)x[i]);
    return sqrt(sum / (double)n);
}

/* Writes the fact NAME-SUFFIX. A negative value that rounds to zero loses its sign. */
static inline void fact(FILE *facts, const char *name, const char *suffix, int digits,
                        double value)
{
    double unit = pow(10, -digits);
    figure_fact_of(facts, name, suffix, "%.*f", digits,
                   fabs(value) < unit / 2 ? 0 : value);
}

/* A method of the table with a penalty or decay. */
static inline struct optimizer make(const char *name, size_t n, double lr, double decay)
{
    struct optimizer optimizer;
    require(method_make(&optimizer, name, n));
    *optimizer.lr = (real)lr;
    if (strcmp(name, "sgd") == 0)
        ((struct sgd *)optimizer.state)->config.l2 = (real)decay;
    else if (strcmp(name, "sgdw") == 0)
        ((struct sgdw *)optimizer.state)->config.decay = (real)decay;
    else if (strcmp(name, "adam_l2") == 0)
        ((struct adam *)optimizer.state)->config.l2 = (real)decay;
    else if (strcmp(name, "adamw") == 0)
        ((struct adamw *)optimizer.state)->config.decay = (real)decay;
    return optimizer;
}

#endif
