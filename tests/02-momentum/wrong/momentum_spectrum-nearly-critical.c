/* You call the method critical wherever the discriminant is small, far beyond what
 * rounding can explain. Between the regimes there is a border, not a strip: the
 * threshold in the header is a few dozen rounding errors wide. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature;
    real discriminant = b * b - 4 * beta;
    struct momentum_spectrum spectrum = {sqrt(beta), MOMENTUM_UNDERDAMPED};
    if (discriminant >= 0)
        spectrum.radius = (fabs(b) + sqrt(discriminant)) / 2;
    if (fabs(discriminant) <= 1e-5)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (discriminant > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
