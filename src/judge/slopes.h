/** @file slopes.h
 *  @brief That gradients are slopes, for the checks of several chapters. */
#ifndef DESCENT_SLOPES_H
#define DESCENT_SLOPES_H

#include "judge/judge.h"

#include <math.h>

/** Fails the test unless every component of a gradient is the difference quotient of the
 *  cost. With h = 2^-16 the quotient of a cost of size 1 is off by h² |f'''| / 6, below
 *  1e-10 |f'''|, and by u / h < 1e-10 from rounding. */
static inline void slopes_agree(const struct trace *yours, const char *gradient,
                                const char *quotient, size_t n, double tolerance)
{
    const double *g = judge_values(yours, gradient, n);
    const double *q = judge_values(yours, quotient, n);
    for (size_t i = 0; i < n; i++)
        if (!(fabs(g[i] - q[i]) <= tolerance))
            judge_fail("number %zu of your %s is %.9g, but the cost changes by %.9g per "
                       "unit",
                       i, gradient, g[i], q[i]);
}

#endif
