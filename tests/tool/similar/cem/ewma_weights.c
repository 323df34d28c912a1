#include "optim/ewma_weights.h"

#include <stdbool.h>
#include <tgmath.h>

static bool within(real low, real x, real high)
{
    return low < x && x < high;
}

real ewma_weight(real alpha, uint64_t age)
{
    if (alpha == 1)
        return age ? 0 : 1;
    return within(0, alpha, 1) ? exp(log(alpha) + (real)age * log1p(-alpha)) : (real)NAN;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (alpha == 1)
        return n ? 1 : 0;
    return within(0, alpha, 1) ? -expm1((real)n * log1p(-alpha)) : (real)NAN;
}

real ewma_window(real alpha, real share)
{
    if (within(0, alpha, 1) && (share == 0 || within(0, share, 1)))
        return log1p(-share) / log1p(-alpha);
    return (real)NAN;
}
