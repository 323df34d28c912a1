/* You take λ = 1 - 1/span. That is the span for which the newest sample weighs as much as
 * in a simple average; here the samples shall be as old on average. Work out the average
 * age in a window of that many samples, whose ages begin at 0, and match it. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return 1 - 1 / span;
}

real ewma_span(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 1 / (1 - lambda);
}
