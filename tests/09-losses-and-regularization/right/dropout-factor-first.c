/* dropout-factor-first.c: the factor first, and the variance about the mean. */
#include "optim/dropout.h"

#include <math.h>

static enum descent_status check(real p)
{
    return p < 0 || p > 1 || p != p ? DESCENT_ERANGE : DESCENT_OK;
}

enum descent_status dropout_forward(size_t n, real p, const real *u, const real *x,
                                    bool *kept, real *y)
{
    const double factor = p < 1 ? 1 / (1 - p) : 0;
    if (check(p))
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n; i++) {
        double here = x[i];
        kept[i] = true;
        if (u) {
            kept[i] = !(u[i] < p);
            here = kept[i] ? here * factor : 0;
        }
        y[i] = here;
    }
    return DESCENT_OK;
}

enum descent_status dropout_backward(size_t n, real p, const bool *kept, const real *dy,
                                     real *dx)
{
    if (check(p))
        return check(p);
    for (size_t i = n; i-- > 0;)
        if (kept[i])
            dx[i] = dy[i] * (1 / (1 - p));
        else
            dx[i] = 0;
    return DESCENT_OK;
}

real dropout_variance(size_t n, real p, const real *w, const real *x)
{
    double variance = 0;
    if (check(p))
        return NAN;
    for (size_t i = 0; i < n && p < 1; i++) {
        const double mean = w[i] * x[i], high = mean / (1 - p);
        variance += p * mean * mean + (1 - p) * (high - mean) * (high - mean);
    }
    return variance;
}
