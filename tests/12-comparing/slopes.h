/* slopes.h: that gradients are slopes, for the checks of chapter 12. */
#ifndef TESTS_12_SLOPES_H
#define TESTS_12_SLOPES_H

#include "judge/judge.h"
#include <math.h>

/* Every component of a gradient is the difference quotient of the cost. */
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
