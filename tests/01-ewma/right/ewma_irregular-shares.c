/* Correct: the weights are scaled by 1 - λ, as in a regular average, and natural
 * logarithms make the decay; what is missing of 1 is told by weight. */
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
    real alpha = 1 - ewma->lambda, gap = time - ewma->time;
    real decay = gap > 0 ? exp(gap * log(ewma->lambda)) : 1;
    ewma->sum = decay * ewma->sum + alpha * x;
    ewma->weight = decay * ewma->weight + alpha;
    ewma->time = time;
    return DESCENT_OK;
}

real ewma_irregular_value(const struct ewma_irregular *ewma)
{
    return ewma->sum / ewma->weight;
}
