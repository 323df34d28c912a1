/* Your half-life is upside down: your weights halve h times in one step. They must halve
 * once in h steps, so a longer half-life must bring λ closer to 1. Try h = 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0))
        return (real)NAN;
    return exp2(-halflife);
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
    return -log2(lambda);
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
