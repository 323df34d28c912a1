/* Your discriminant is b² - β. The roots of z² - bz + β are b/2 ± √(b²/4 - β): if you
 * multiply under the root by 4, do it to both terms. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature;
    real discriminant = b * b - beta;
    struct momentum_spectrum spectrum = {sqrt(beta), MOMENTUM_UNDERDAMPED};
    if (discriminant >= 0)
        spectrum.radius = (fabs(b) + sqrt(discriminant)) / 2;
    if (fabs(discriminant) <= 64 * REAL_EPSILON * (1 + beta) * fabs(b))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (discriminant > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
