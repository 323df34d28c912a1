/* Your sum has one term too many. The n newest samples have the ages 0 to n-1, so their
 * weights add up to 1 - λ^n; 1 - λ^(n+1) is the sum over n+1 samples. */
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
    return -expm1(((real)n + 1) * log1p(-alpha));
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-share) / log1p(-alpha);
}
