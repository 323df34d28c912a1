/* Correct: the gap times the binary logarithm of λ is the exponent of 2. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    if (!(halflife > 0 && halflife <= EWMA_IRREGULAR_LONGEST))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_irregular){exp2(-1 / halflife), -(real)INFINITY, 0, 0};
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
    real gap = time - ewma->time;
    real decay = gap > 0 ? exp2(log2(ewma->lambda) * gap) : 1;
    ewma->sum = fma(decay, ewma->sum, x);
    ewma->weight = fma(decay, ewma->weight, 1);
    ewma->time = time;
    return DESCENT_OK;
}
