/* Correct: the weights are scaled by 1 - λ, as in a regular average, and natural
 * logarithms make the decay; what is missing of 1 is told by weight. */
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
    ewma->sum = decay * ewma->sum + alpha * x;
    ewma->weight = decay * ewma->weight + alpha;
    ewma->time = time;
    return DESCENT_OK;
}
