/* Your real eigenvalues are twice as large as they are: a quadratic formula ends with a
 * division by 2. So every over-damped direction seems to diverge. */
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
        spectrum.radius = fabs(b) + sqrt(discriminant);
    if (fabs(discriminant) <= 64 * REAL_EPSILON * (1 + beta) * fabs(b))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (discriminant > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
