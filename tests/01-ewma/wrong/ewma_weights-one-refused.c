/* You refuse α = 1. It is allowed: then the newest sample has the whole weight and the
 * others have none. Only the window asks for an α below 1; look at which ends of the
 * ranges belong to them. */
#include "optim/ewma_weights.h"

#include <math.h>

/* log (1-α)^n, with (1-α)^0 = 1 for α = 1 too. */
static real log_power(real alpha, real n)
{
    return n > 0 ? n * log1p(-alpha) : 0;
}

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha < 1))
        return (real)NAN;
    return alpha * exp(log_power(alpha, (real)age));
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha < 1))
        return (real)NAN;
    return -expm1(log_power(alpha, (real)n));
}
