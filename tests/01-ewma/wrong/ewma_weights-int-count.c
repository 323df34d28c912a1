/* Your number of samples goes through an int, which ends at 2^31 - 1. Beyond that the
 * count wraps around and the sum is that of another, smaller window. The argument has 64
 * bits; convert it straight to a floating-point number. */
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
    int count = (int)n;
    return count ? -expm1(count * log1p(-alpha)) : 0;
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-share) / log1p(-alpha);
}
