/* You take the half-life for a time constant: after it your weights have fallen to 1/e,
 * not to 1/2. A half-life is shorter than the time constant of the same decay by the
 * factor ln 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return exp(-1 / halflife);
}

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -1 / log(lambda);
}
