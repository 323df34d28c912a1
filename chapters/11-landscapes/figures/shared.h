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

/* The first of the seeds of every experiment. The bounds of the facts come from
 * others. */
#ifndef FIRST_SEED
#define FIRST_SEED 1
#endif

static inline void draw_normal(size_t n, real *x, struct rng *rng)
{
    for (size_t i = 0; i < n; i++)
        x[i] = (real)rng_normal(rng);
}

/* Mean and standard deviation of n values. */
struct spread {
    double mean, deviation;
};

static inline struct spread spread_of(size_t n, const double *x)
{
    struct spread spread = {0, 0};
    for (size_t i = 0; i < n; i++)
        spread.mean += x[i] / (double)n;
    for (size_t i = 0; i < n; i++)
        spread.deviation += square(x[i] - spread.mean) / (double)(n - 1);
    spread.deviation = sqrt(spread.deviation);
    return spread;
}

/* Writes the facts NAME-SUFFIX, the mean, and NAME-sd-SUFFIX. */
static inline void spread_facts(FILE *facts, const char *name, const char *suffix,
                                const char *format, struct spread spread)
{
    char deviation[64];
    snprintf(deviation, sizeof deviation, "%s-sd", name);
    figure_fact_of(facts, name, suffix, format, spread.mean);
    figure_fact_of(facts, deviation, suffix, format, spread.deviation);
}

#endif
