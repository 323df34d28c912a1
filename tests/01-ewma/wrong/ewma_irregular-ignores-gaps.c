/* You decay by λ for every sample, however long the gap before it. λ is the decay over
 * one unit of time; over a gap of two it must act twice, and over half a unit only
 * half. */
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
    ewma->sum = ewma->lambda * ewma->sum + x;
    ewma->weight = ewma->lambda * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}
