/* Correct, without a logarithm in the sum: two windows side by side hold
 * S(a + b) = S(a) + S(b) - S(a) S(b), so 64 doublings reach every count. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return age ? exp(fma((real)age, log1p(-alpha), log(alpha))) : alpha;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    real sum = 0, block = alpha;
    for (; n; n >>= 1) {
        if (n & 1)
            sum += block * (1 - sum);
        block += block * (1 - block);
    }
    return sum;
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-share) * (1 / log1p(-alpha));
}
