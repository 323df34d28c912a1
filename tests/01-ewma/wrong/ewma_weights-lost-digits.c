/* You form 1 - α, and for a small α that loses the digits of α: 1 - 1e-20 is stored as 1,
 * and then every sum is 0 and every window endless. The C library can take log(1 - α) and
 * e^y - 1 from their small arguments without passing through a number near 1; look for
 * the two functions whose names end in 1p and m1. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return alpha * pow(1 - alpha, (real)age);
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return 1 - pow(1 - alpha, (real)n);
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log(1 - share) / log(1 - alpha);
}
