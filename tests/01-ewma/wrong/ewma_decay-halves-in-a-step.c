/* Your λ halves the weights h times in one step. They must halve once in h steps, so a
 * longer half-life must bring λ closer to 1. Try h = 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return exp2(-halflife);
}
