/* You count ages from 1, but the newest sample has the age 0: nothing has had time to
 * decay yet, so its weight is α itself. All your weights are too small by the factor 1 -
 * α. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return alpha * exp(((real)age + 1) * log1p(-alpha));
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
    return log1p(-share) / log1p(-alpha);
}
