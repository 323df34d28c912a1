/* Correct: the sums are kept in shares of 1 - λ, as in a regular average, from call to
 * call, and natural logarithms make the decay. */
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
    real alpha = 1 - ewma->lambda, gap = time - ewma->time;
    real decay = gap > 0 ? exp(gap * log(ewma->lambda)) : 1;
    ewma->sum = (decay * (alpha * ewma->sum) + alpha * x) / alpha;
    ewma->weight = (decay * (alpha * ewma->weight) + alpha) / alpha;
    ewma->time = time;
    return DESCENT_OK;
}
