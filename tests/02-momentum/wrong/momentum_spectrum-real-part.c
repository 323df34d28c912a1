/* In the under-damped regime you return the real part of the eigenvalues. An
 * oscillation may pass through 0 and still be large: what shrinks from step to step is
 * the modulus, and for a conjugate pair the product of the two is the square of it. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature, size = fabs(b);
    real low = size - 2 * sqrt(beta), high = size + 2 * sqrt(beta);
    struct momentum_spectrum spectrum = {size / 2, MOMENTUM_UNDERDAMPED};
    if (low >= 0)
        spectrum.radius = (size + sqrt(low) * sqrt(high)) / 2;
    if (fabs(low) * high <= 64 * REAL_EPSILON * (1 + beta) * size)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
