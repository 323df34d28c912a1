/* descent_steps-search.c: logarithms throughout, and a check of the neighbors. */
#include "optim/descent_steps.h"

#include <math.h>

/* The smallest integer k ≥ least with k ≥ e^x. */
static real above(real x, real least)
{
    const real k = exp(x);
    return fmax(least, ceil(k));
}

real steps_convex(real ell, real radius, real eps)
{
    if (!(ell > 0 && radius >= 0 && eps > 0 && ell + radius + eps < INFINITY))
        return NAN;
    const real ratio = radius * (ell / (2 * eps)) * radius;
    if (ratio > 1)
        return ratio < 1e15 ? ceil(ratio) : above(log(ratio), 1);
    return 0;
}

real steps_strongly_convex(real mu, real ell, real radius, real eps)
{
    if (!(mu > 0 && mu <= ell && radius >= 0 && eps > 0 && ell + radius + eps < INFINITY))
        return NAN;
    const real start = log(ell) - log(eps) - M_LN2 + log(radius) + log(radius);
    if (start <= 0)
        return 0;
    if (mu == ell)
        return 1;
    return ceil(start / (log1p(mu / (ell - mu))));
}

real steps_stationary(real ell, real gap, real eps)
{
    if (!(ell > 0 && gap >= 0 && eps > 0 && ell + gap + eps < INFINITY))
        return NAN;
    const real k = ceil((gap / eps + gap / eps) * (ell / eps));
    return k < 1 ? 1 : k;
}
