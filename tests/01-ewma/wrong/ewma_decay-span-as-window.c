/* You take λ = 1 - 1/span. That is the span for which the newest sample weighs as much as
 * in a simple average; here the samples shall be as old on average. Work out the average
 * age in a window of that many samples, whose ages begin at 0, and match it. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0))
        return (real)NAN;
    return exp2(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1))
        return (real)NAN;
    return 1 - 1 / span;
}

real ewma_lambda_from_com(real com)
{
    if (!(com >= 0))
        return (real)NAN;
    return com / (com + 1);
}

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -1 / log2(lambda);
}

real ewma_span(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 1 / (1 - lambda);
}

real ewma_com(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return lambda / (1 - lambda);
}
