/* Correct, with plain log and exp: 1 - α is formed, but what its rounding has lost is
 * added to the logarithm, as the C library does inside log1p and expm1. */
#include "optim/ewma_weights.h"

#include <math.h>

/* log(1 - x) */
static real log_of_rest(real x)
{
    real rest = 1 - x, lost = (1 - rest) - x;
    return rest > 0 ? log(rest) + lost / rest : -(real)INFINITY;
}

/* 1 - e^-y for y ≥ 0 */
static real share_of(real y)
{
    real u = exp(-y);
    if (u >= 1)
        return y;
    return u > 0.5 ? (1 - u) * y / -log(u) : 1 - u;
}

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return age ? alpha * exp((real)age * log_of_rest(alpha)) : alpha;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return n ? share_of(-(real)n * log_of_rest(alpha)) : 0;
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log_of_rest(share) / log_of_rest(alpha);
}
