/* From a span you compute α, the share of the newest sample, as most libraries do. λ is
 * asked for, the share of the past, which is the rest. A longer span must bring λ closer
 * to 1. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_span(real span)
{
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return 2 / (span + 1);
}
