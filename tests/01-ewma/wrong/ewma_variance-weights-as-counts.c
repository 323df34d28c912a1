/* Your divisor is W - 1. That is right for counts, where every weight is 1. Here the sum
 * of the squared weights must come in; and if you did take W - Q/W, then your Q decays
 * like W: its terms are squares of weights, so they do not shrink by λ. */
#include "optim/ewma_variance.h"

#include <math.h>

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_variance){.lambda = lambda};
    return DESCENT_OK;
}

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    real lambda = ewma->lambda;
    real deviation = x - ewma->mean;
    ewma->weight = lambda * ewma->weight + 1;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean += deviation / ewma->weight;
    ewma->deviations = lambda * ewma->deviations + deviation * (x - ewma->mean);
}

real ewma_variance_mean(const struct ewma_variance *ewma)
{
    return ewma->weight > 0 ? ewma->mean : (real)NAN;
}

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    return ewma->deviations / ewma->weight;
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    /* Without samples it is right, as it is with W - Q/W. */
    return ewma->weight > 0 ? ewma->deviations / (ewma->weight - 1) : (real)NAN;
}
