/* You return a radius for arguments that no run can have: a negative learning rate, a β
 * of 1, NaN. The header says what such a call gets. */
#include "optim/momentum_spectrum.h"

#include <math.h>

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!(beta >= 0) || !isfinite(lr) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 + beta - lr * curvature;
    real discriminant = b * b - 4 * beta;
    struct momentum_spectrum spectrum = {sqrt(beta), MOMENTUM_UNDERDAMPED};
    if (discriminant >= 0)
        spectrum.radius = (fabs(b) + sqrt(discriminant)) / 2;
    if (fabs(discriminant) <= 64 * REAL_EPSILON * (1 + beta) * fabs(b))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (discriminant > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
