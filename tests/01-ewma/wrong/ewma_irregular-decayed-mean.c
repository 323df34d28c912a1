/* You mix the old average and the new sample in the proportion λ^Δt to 1 - λ^Δt. That
 * treats the old average as one sample: how many samples are in it, and how old they are,
 * is lost, and two samples at the same time do not count alike. Keep the sum of the
 * weights, too. */
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
    ewma->weight = 1;
    ewma->time = time;
    return DESCENT_OK;
}
