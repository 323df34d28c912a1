/* You refuse arguments that are allowed. A span of 1, a center of mass of 0 and λ = 0 all
 * mean the same sound thing, an average that is its newest sample; look at which ends of
 * the ranges belong to them. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_span(real span)
{
    if (!(span > 1 && span < (real)INFINITY))
        return (real)NAN;
    return (span - 1) / (span + 1);
}

real ewma_lambda_from_com(real com)
{
    if (!(com > 0 && com < (real)INFINITY))
        return (real)NAN;
    return com / (com + 1);
}

real ewma_span(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return (1 + lambda) / (1 - lambda);
}

real ewma_com(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return lambda / (1 - lambda);
}
