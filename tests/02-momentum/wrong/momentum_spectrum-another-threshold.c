/* You call the method critical by a threshold of your own. The header gives one that
 * grows with the numbers from which D is computed, because their rounding errors do. */
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
    if (fabs(low) * high <= 1e-12)
        spectrum.regime = MOMENTUM_CRITICAL;
    else if (low > 0)
        spectrum.regime = MOMENTUM_OVERDAMPED;
    return spectrum;
}
