/* descent_steps-scaled.c: mantissas and exponents apart, so that no product overflows. */
#include "optim/descent_steps.h"

#include <math.h>
#include <stdbool.h>

static bool usable(real ell, real size, real eps)
{
    return isfinite(ell) && isfinite(size) && isfinite(eps) && ell > 0 && size >= 0 &&
           eps > 0;
}

/* a b c / (d e) / 2 */
static real quotient(real a, real b, real c, real d, real e)
{
    int ea, eb, ec, ed, ee;
    const real top = frexp(a, &ea) * frexp(b, &eb) * frexp(c, &ec);
    const real bottom = frexp(d, &ed) * frexp(e, &ee);
    return ldexp(top / bottom, ea + eb + ec - ed - ee - 1);
}

real steps_convex(real ell, real radius, real eps)
{
    if (!usable(ell, radius, eps))
        return NAN;
    const real ratio = quotient(ell, radius, radius, eps, 1);
    return ratio > 1 ? ceil(ratio) : 0;
}

real steps_strongly_convex(real mu, real ell, real radius, real eps)
{
    if (!usable(ell, radius, eps) || !(mu > 0) || mu > ell)
        return NAN;
    const real ratio = quotient(ell, radius, radius, eps, 1);
    if (!(ratio > 1))
        return 0;
    const real steps = ceil(-log(ratio) / log1p(-(mu / ell)));
    return steps < 1 ? 1 : steps;
}

real steps_stationary(real ell, real gap, real eps)
{
    if (!usable(ell, gap, eps))
        return NAN;
    const real ratio = ceil(quotient(4 * ell, gap, 1, eps, eps));
    return ratio > 1 ? ratio : 1;
}
