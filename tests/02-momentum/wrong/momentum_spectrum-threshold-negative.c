/* Your threshold has b in it where the header has |b|. On steep curvatures b is negative,
 * and no modulus is below a negative number: there you never see the critical regime. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature, root = sqrt(beta);
    real low = fabs(b) - 2 * root, high = fabs(b) + 2 * root;
    struct momentum_spectrum spectrum = {root, MOMENTUM_UNDERDAMPED};
    if (low >= 0)
        spectrum.radius = (fabs(b) + sqrt(low) * sqrt(high)) / 2;
    if (fabs(low) * high <= 64 * REAL_EPSILON * (1 + beta) * b)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
