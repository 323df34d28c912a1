/* You call the method critical only where the discriminant is exactly 0. It is a
 * difference of two rounded numbers; where the roots coincide, what is left of it is
 * some rounding error of either sign. The header says how close to 0 is close enough. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature, size = fabs(b);
    real low = size - 2 * sqrt(beta), high = size + 2 * sqrt(beta);
    real discriminant = b * b - 4 * beta;
    struct momentum_spectrum spectrum = {sqrt(beta), MOMENTUM_UNDERDAMPED};
    if (low >= 0)
        spectrum.radius = (size + sqrt(low) * sqrt(high)) / 2;
    if (discriminant == 0)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (discriminant > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
