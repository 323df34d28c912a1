/* You call the method critical wherever the discriminant is small, far beyond what
 * rounding can explain. Between the regimes there is a border, not a strip: the
 * threshold in the header is a few dozen rounding errors wide. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature, size = fabs(b);
    real low = size - 2 * sqrt(beta), high = size + 2 * sqrt(beta);
    struct momentum_spectrum spectrum = {sqrt(beta), MOMENTUM_UNDERDAMPED};
    if (low >= 0)
        spectrum.radius = (size + sqrt(low) * sqrt(high)) / 2;
    if (fabs(low) * high <= 1e-5)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
