/* Your window is the one that leaves the share outside: it solves λ^n = share. But λ^n is
 * the weight of all samples older than the n newest; what those n hold is the rest of
 * it. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return age ? alpha * exp((real)age * log1p(-alpha)) : alpha;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return n ? -expm1((real)n * log1p(-alpha)) : 0;
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log(share) / log1p(-alpha);
}
