/* With your λ a half-life leaves 1/e of a weight, not 1/2: you have taken a power of e
 * where a power of 2 belongs, or left out a factor of ln 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return exp(-1 / halflife);
}
