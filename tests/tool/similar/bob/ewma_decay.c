#include "optim/ewma_decay.h"

#include <tgmath.h>

real ewma_lambda_from_halflife(real halflife)
{
    real lambda = (real)NAN;
    if (halflife > 0 && halflife < (real)INFINITY)
        lambda = exp(log((real)0.5) / halflife);
    return lambda;
}

real ewma_lambda_from_span(real span)
{
    real lambda = (real)NAN;
    if (span >= 1 && span < (real)INFINITY)
        lambda = (span - 1) / (span + 1);
    return lambda;
}

real ewma_lambda_from_com(real com)
{
    real lambda = (real)NAN;
    if (com >= 0 && com < (real)INFINITY)
        lambda = com / (com + 1);
    return lambda;
}

real ewma_halflife(real lambda)
{
    real h = (real)NAN;
    if (lambda > 0 && lambda < 1)
        h = -1 / log2(lambda);
    return h;
}

real ewma_span(real lambda)
{
    real span = (real)NAN;
    if (lambda >= 0 && lambda < 1)
        span = 2 / (1 - lambda) - 1;
    return span;
}

real ewma_com(real lambda)
{
    real com = (real)NAN;
    if (lambda >= 0 && lambda < 1)
        com = lambda / (1 - lambda);
    return com;
}
