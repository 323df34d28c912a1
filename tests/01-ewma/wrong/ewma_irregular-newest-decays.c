/* You decay the new sample together with the old ones. The gap lies before it: when it
 * comes, its age is 0 and its weight 1. Before the first sample the gap is endless, and
 * your first average is 0/0. */
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
    ewma->sum = decay * (ewma->sum + x);
    ewma->weight = decay * (ewma->weight + 1);
    ewma->time = time;
    return DESCENT_OK;
}
