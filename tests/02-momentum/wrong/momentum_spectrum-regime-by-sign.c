/* You tell the regimes apart by the trace b alone: positive under-damped, negative
 * over- damped. The sign of b says whether the error flips from step to step; whether
 * the eigenvalues are complex is a question of b² against 4β. */
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
    if (fabs(discriminant) <= 64 * REAL_EPSILON * (1 + beta) * fabs(b))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (b < 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
