/* You take in samples that come too late. The gap before them is negative, so that the
 * weights grow; the header says how to refuse them. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (isinf(time))
        return DESCENT_ERANGE;
    real decay = pow(ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
