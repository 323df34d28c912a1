/* You have α and λ the wrong way round. Here α is the share of the newest sample and
 * λ = 1 - α what survives each step, so it is 1 - α that is raised to a power. Check with
 * α = 0.1: the newest weight must be 0.1, not 0.9. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return (1 - alpha) * pow(alpha, (real)age);
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return 1 - pow(alpha, (real)n);
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-share) / log(alpha);
}
