/* You compute with arguments that the header excludes. A half-life of -1 would make λ =
 * 2, and an average that grows without end; say NaN before you calculate. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    return exp2(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    return (span - 1) / (span + 1);
}

real ewma_lambda_from_com(real com)
{
    return com / (com + 1);
}

real ewma_halflife(real lambda)
{
    return -1 / log2(lambda);
}

real ewma_span(real lambda)
{
    return (1 + lambda) / (1 - lambda);
}

real ewma_com(real lambda)
{
    return lambda / (1 - lambda);
}
