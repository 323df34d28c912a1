/* You count the samples in the divisor instead of adding up their weights, so your
 * average of old samples sinks toward 0. The weights in the sum and in the divisor must
 * be the same, and both shrink while time passes. */
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
    ewma->sum = decay * ewma->sum + x;
    ewma->weight += 1;
    ewma->time = time;
    return DESCENT_OK;
}
