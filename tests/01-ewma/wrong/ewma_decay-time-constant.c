/* You take the half-life for a time constant: after it your weights have fallen to 1/e,
 * not to 1/2. A half-life is shorter than the time constant of the same decay by the
 * factor ln 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0))
        return (real)NAN;
    return exp(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1))
        return (real)NAN;
    return (span - 1) / (span + 1);
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
    return -1 / log(lambda);
}

real ewma_span(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return (1 + lambda) / (1 - lambda);
}

real ewma_com(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return lambda / (1 - lambda);
}
