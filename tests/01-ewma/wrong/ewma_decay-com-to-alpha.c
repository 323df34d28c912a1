/* From a center of mass you compute α, the share of the newest sample, as most libraries
 * do. λ is asked for, the share of the past, which is the rest. An older center of mass
 * must bring λ closer to 1. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_com(real com)
{
    if (!(com >= 0 && com < (real)INFINITY))
        return (real)NAN;
    return 1 / (com + 1);
}
