/* In your sum the new sample has the weight 1 - λ^Δt, in your divisor the weight 1. An
 * average needs the same weight in both; here it is 1 for the newest sample, whatever the
 * gap before it. */
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
    real decay = pow(ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + (1 - decay) * x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
