/* You give every new sample the share 1 - λ and divide by nothing. Shares add up to 1
 * only when samples come once in a unit of time, and forever; after other gaps your
 * average is too large or too small even for a constant series. Divide by what the
 * weights really add up to. */
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
    ewma->sum = decay * ewma->sum + (1 - ewma->lambda) * x;
    ewma->weight = 1;
    ewma->time = time;
    return DESCENT_OK;
}
