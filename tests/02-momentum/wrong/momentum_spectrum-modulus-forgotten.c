/* You return (b + √D)/2 as it is. On steep curvatures b is negative, and so is that root:
 * a radius is a modulus, and there the other root, farther from 0, has the larger one. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature, root = sqrt(beta);
    real low = fabs(b) - 2 * root, high = fabs(b) + 2 * root;
    struct momentum_spectrum spectrum = {root, MOMENTUM_UNDERDAMPED};
    /* b + √D cancels to 0 without momentum; b² must not overflow */
    if (low >= 0)
        spectrum.radius = (b + (fabs(b) < 1e100 ? sqrt(b * b - 4 * beta) : fabs(b))) / 2;
    if (fabs(low) * high <= 64 * REAL_EPSILON * (1 + beta) * fabs(b))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
