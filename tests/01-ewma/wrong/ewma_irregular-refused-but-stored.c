/* You refuse a sample that comes too late, but by then you have stored its time. The next
 * sample is measured from there, and one that is too late itself can pass. Check
 * everything before you change anything. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (isinf(time))
        return DESCENT_ERANGE;
    real gap = time - ewma->time;
    ewma->time = time;
    if (gap < 0)
        return DESCENT_EORDER;
    real decay = pow(ewma->lambda, gap);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    return DESCENT_OK;
}
