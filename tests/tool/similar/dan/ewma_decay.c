#include "optim/ewma_decay.h"

#include <tgmath.h>

#define OUTSIDE(x, least) (!((x) >= (least)) || (x) == (real)INFINITY)

real ewma_lambda_from_halflife(real halflife)
{
    if (OUTSIDE(halflife, 0) || halflife == 0)
        return (real)NAN;
    return exp2(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (OUTSIDE(span, 1))
        return (real)NAN;
    return 1 - 2 / (1 + span);
}

real ewma_lambda_from_com(real com)
{
    if (OUTSIDE(com, 0))
        return (real)NAN;
    return 1 - 1 / (1 + com);
}

real ewma_halflife(real lambda)
{
    if (OUTSIDE(lambda, 0) || lambda == 0 || lambda >= 1)
        return (real)NAN;
    return -1 / log2(lambda);
}

real ewma_span(real lambda)
{
    if (OUTSIDE(lambda, 0) || lambda >= 1)
        return (real)NAN;
    return (1 + lambda) / (1 - lambda);
}

real ewma_com(real lambda)
{
    if (OUTSIDE(lambda, 0) || lambda >= 1)
        return (real)NAN;
    return 1 / (1 - lambda) - 1;
}
