/* Your sum never decays, while the sum of the weights does. The weights in the two must
 * be the same, and they shrink while time passes. */
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
    ewma->sum += x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
