/* You decay by 1 - λ. What survives a unit of time is λ itself: with a long half-life it
 * is close to 1, and the past must keep most of its weight. */
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
    real decay = pow(1 - ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
