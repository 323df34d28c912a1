/* You take in a sample at an infinite time. After one at +∞ everything else comes too
 * late, and the gap after one at -∞ is endless; the header says how to refuse them. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (time < ewma->time)
        return DESCENT_EORDER;
    real decay = pow(ewma->lambda, time - ewma->time);
    ewma->sum = decay * ewma->sum + x;
    ewma->weight = decay * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
