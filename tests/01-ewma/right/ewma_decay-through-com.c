/* Correct: spans go through the center of mass, half-lives through a power and
 * decimal logarithms. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return pow(0.5, 1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return ewma_lambda_from_com((span - 1) / 2);
}

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -log10(2) / log10(lambda);
}

real ewma_span(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 2 * ewma_com(lambda) + 1;
}

real ewma_com(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return lambda * (1 / (1 - lambda));
}
