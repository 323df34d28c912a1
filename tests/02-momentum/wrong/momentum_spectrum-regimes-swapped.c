/* You have under- and over-damped the wrong way round. With a negative discriminant the
 * eigenvalues are complex, and powers of a complex number turn: the error swings about
 * the minimum, because there is too little damping. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature, size = fabs(b);
    real low = size - 2 * sqrt(beta), high = size + 2 * sqrt(beta);
    struct momentum_spectrum spectrum = {sqrt(beta), MOMENTUM_OVERDAMPED};
    if (low >= 0)
        spectrum.radius = (size + sqrt(low) * sqrt(high)) / 2;
    if (fabs(low) * high <= 64 * REAL_EPSILON * (1 + beta) * size)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_UNDERDAMPED;
    return spectrum;
}
