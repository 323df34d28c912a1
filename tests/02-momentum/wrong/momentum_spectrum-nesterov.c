/* That is the matrix of Nesterov's method, where the gradient is taken ahead, so that
 * the curvature multiplies the last step, too: its determinant is β(1 - ηh). The heavy
 * ball takes the gradient at x_t; its determinant is β. */
#include "optim/check.h"
#include "optim/momentum_spectrum.h"

struct momentum_spectrum momentum_spectrum(real lr, real beta, real curvature)
{
    if (!is_amount(lr) || !is_share(beta) || !isfinite(lr * curvature))
        return (struct momentum_spectrum){(real)NAN, MOMENTUM_OVERDAMPED};
    real b = (1 + beta) * (1 - lr * curvature);
    real discriminant = b * b - 4 * beta * (1 - lr * curvature);
    struct momentum_spectrum spectrum = {sqrt(beta * (1 - lr * curvature)),
                                         MOMENTUM_UNDERDAMPED};
    if (discriminant >= 0)
        spectrum.radius = (fabs(b) + sqrt(discriminant)) / 2;
    if (fabs(discriminant) <= 64 * REAL_EPSILON * (1 + beta) * fabs(b))
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (discriminant > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
