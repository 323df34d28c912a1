/* Correct, with complex arithmetic: both roots of the characteristic polynomial, and the
 * larger modulus of the two. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

#include <complex.h>

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    struct momentum_spectrum spectrum = {(real)NAN, MOMENTUM_OVERDAMPED};
    if (!is_nonnegative(lr) || !is_decay_rate(beta) || !isfinite(lr * curvature))
        return spectrum;
    const real b = 1 - lr * curvature + beta, twice = 2 * sqrt(beta);
    const real low = fabs(b) - twice, d = low * (fabs(b) + twice);
    const double complex root = csqrt(low) * csqrt(fabs(b) + twice);
    spectrum.radius = (real)fmax(cabs(b + root), cabs(b - root)) / 2;
    if (!(fabs(d) > 64 * REAL_EPSILON * (1 + beta) * fabs(b)))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (d < 0)
        spectrum.regime = MOMENTUM_UNDERDAMPED;
    return spectrum;
}
