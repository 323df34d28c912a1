/* Your logarithm keeps its digits, but then you subtract a number close to 1 from 1 and
 * lose them all the same: where the sum is 1e-10 you have six digits of it left. The
 * function that belongs to log1p takes e^y - 1 in one go. */
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
    return 1 - exp(log_power(alpha, (real)n));
}
