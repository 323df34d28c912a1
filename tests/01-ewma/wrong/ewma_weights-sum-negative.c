/* Your sum has the wrong sign. expm1(y) is e^y - 1, and what is asked for is 1 - e^y; a
 * sum of weights lies between 0 and 1. */
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
    return expm1(log_power(alpha, (real)n));
}
