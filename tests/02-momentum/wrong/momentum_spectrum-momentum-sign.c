/* You have the sign of the velocity wrong when you eliminate it: x_{t+1} - x_t is plus
 * β times the last step, minus ηh x_t. So the trace of the matrix has 1 + β in it. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = 1 - beta - lr * curvature;
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
