/* Correct: each sample moves the mean by its share of the weight, and the sum is what
 * that makes of it. */
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
    real mean = ewma->weight > 0 ? ewma->sum / ewma->weight : 0;
    ewma->weight = decay * ewma->weight + 1;
    mean += (x - mean) / ewma->weight;
    ewma->sum = mean * ewma->weight;
    ewma->time = time;
    return DESCENT_OK;
}

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    return ewma->weight > 0 ? ewma->sum / ewma->weight : (real)NAN;
}
