/* Your weights are powers of 1 - α without the factor α. The newest one is then 1, and
 * all of them together are 1/α; in an average they have to add up to 1. */
#include "optim/ewma_weights.h"

#include <math.h>

/* log (1-α)^n, with (1-α)^0 = 1 for α = 1 too. */
static real log_power(real alpha, real n)
{
    return n > 0 ? n * log1p(-alpha) : 0;
}

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return exp(log_power(alpha, (real)age));
}
