/* You return α, the share of the newest sample, where λ is asked for, the share of the
 * past. Many tables and libraries give their formulas for α. The two add up to 1; and a
 * longer memory must bring λ closer to 1. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_halflife(real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return 1 - exp2(-1 / halflife);
}

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return 2 / (span + 1);
}

real ewma_lambda_from_com(real com)
{
    if (!(com >= 0 && com < (real)INFINITY))
        return (real)NAN;
    return 1 / (com + 1);
}
