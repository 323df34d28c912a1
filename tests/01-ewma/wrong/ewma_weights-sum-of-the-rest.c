/* Your sum is the weight of all samples older than the n newest, (1-α)^n. The n newest
 * hold what is left of 1. Check with n = 0: no sample has no weight. */
#include "optim/ewma_weights.h"

#include <math.h>

/* log (1-α)^n, with (1-α)^0 = 1 for α = 1 too. */
static real log_power(real alpha, real n)
{
    return n > 0 ? n * log1p(-alpha) : 0;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return exp(log_power(alpha, (real)n));
}
