/* Correct: lambda holds log2 λ, and the gap is turned into half-lives before it is an
 * exponent. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_irregular){.lambda = -1 / halflife, .time = -(real)INFINITY};
    return DESCENT_OK;
}

enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x)
{
    if (isnan(time) || isnan(x))
        return DESCENT_ENAN;
    if (isinf(time))
        return DESCENT_ERANGE;
    if (time < ewma->time)
        return DESCENT_EORDER;
    real decay = exp2(ewma->lambda * (time - ewma->time));
    ewma->sum = fma(decay, ewma->sum, x);
    ewma->weight = fma(decay, ewma->weight, 1);
    ewma->time = time;
    return DESCENT_OK;
}
