/* You decay by λ for every sample, however long the gap before it. λ is the decay over
 * one unit of time; over a gap of two it must act twice, and over half a unit only
 * half. */
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    if (!(halflife > 0))
        return DESCENT_ERANGE;
    real lambda = ewma_lambda_from_halflife(halflife);
    *ewma = (struct ewma_irregular){.lambda = lambda, .time = -(real)INFINITY};
    return DESCENT_OK;
}

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (time < ewma->time)
        return DESCENT_EORDER;
    ewma->sum = ewma->lambda * ewma->sum + x;
    ewma->weight = ewma->lambda * ewma->weight + 1;
    ewma->time = time;
    return DESCENT_OK;
}

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    return ewma->sum / ewma->weight;
}
