/* You decay by e^(-λ Δt). There λ would be a rate; here it is the factor of one unit of
 * time, so over Δt it acts as its power λ^Δt. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (isinf(time))
        return DESCENT_ERANGE;
    if (time < ewma->time)
        return DESCENT_EORDER;
    real decay = exp(-ewma->lambda * (time - ewma->time));
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
