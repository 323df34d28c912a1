/* Your half-life is upside down: your weights halve h times in one step. They must halve
 * once in h steps, so a longer half-life must bring λ closer to 1. Try h = 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return exp2(-halflife);
}

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -log2(lambda);
}
