/* You store the new time before you take the difference to the old one. The gap is then
 * always 0, nothing ever decays, and you return the plain mean of all samples. */
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
    ewma->time = time;
    real decay = pow(ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    return DESCENT_OK;
}
