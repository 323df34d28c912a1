/* Correct, with natural logarithms and with 1 - α in place of λ. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return exp(-log(2) / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return 1 - 2 / (span + 1);
}

real ewma_lambda_from_com(real com)
{
    if (!(com >= 0 && com < (real)INFINITY))
        return (real)NAN;
    return 1 - 1 / (com + 1);
}

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return log(0.5) / log(lambda);
}

real ewma_span(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 2 / (1 - lambda) - 1;
}

real ewma_com(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 1 / (1 - lambda) - 1;
}
