/** @file spread.h
 *  @brief Mean and standard deviation of what several seeds gave.
 *  @ingroup lab */
#ifndef DESCENT_SPREAD_H
#define DESCENT_SPREAD_H

#include "lab/figure.h"
#include <math.h>
#include <stddef.h>
#include <stdio.h>

/** @addtogroup lab
 *  @{ */

/** The first of the seeds of every experiment. The bounds of the facts come from others:
 *  compile with -DFIRST_SEED=101. */
#ifndef FIRST_SEED
#define FIRST_SEED 1
#endif

/** Mean and standard deviation of some values. */
struct spread {
    double mean;      ///< Of all values.
    double deviation; ///< With n - 1 in the denominator.
};

/** @param n  number of values, at least 2
 *  @param x  n values
 *  @return their mean and standard deviation */
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

/** Writes the facts NAME-SUFFIX, the mean, and NAME-sd-SUFFIX.
 *  @param facts   open
 *  @param name    what is measured
 *  @param suffix  for what
 *  @param format  printf format of both values
 *  @param spread  the values */
static inline void spread_facts(FILE *facts, const char *name, const char *suffix,
                                const char *format, struct spread spread)
{
    char deviation[64];
    snprintf(deviation, sizeof deviation, "%s-sd", name);
    figure_fact_of(facts, name, suffix, format, spread.mean);
    figure_fact_of(facts, deviation, suffix, format, spread.deviation);
}

/** @} */

#endif
