/* You have written all six functions for α, the share of the newest sample. They fit each
 * other, but λ is what they must return and take: the share of the past, which is the
 * rest. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return 1 - exp2(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return 2 / (span + 1);
}

real ewma_lambda_from_com(real com)
{
    if (!(com >= 0 && com < (real)INFINITY))
        return (real)NAN;
    return 1 / (com + 1);
}

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -1 / log2(1 - lambda);
}

real ewma_span(real lambda)
{
    if (!(lambda > 0 && lambda <= 1))
        return (real)NAN;
    return (2 - lambda) / lambda;
}

real ewma_com(real lambda)
{
    if (!(lambda > 0 && lambda <= 1))
        return (real)NAN;
    return (1 - lambda) / lambda;
}
