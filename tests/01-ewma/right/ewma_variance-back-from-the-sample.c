/* Correct: the mean is moved back from the new sample, by the share of the old ones. */
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
    const real square = ewma->lambda * ewma->lambda;
    ewma->weight = fma(ewma->lambda, ewma->weight, 1);
    ewma->weight_sq = 1 + square * ewma->weight_sq;
    const real share = 1 / ewma->weight, deviation = x - ewma->mean;
    ewma->mean = x - (1 - share) * deviation;
    ewma->deviations =
        ewma->lambda * ewma->deviations + (1 - share) * (deviation * deviation);
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
    const real square = ewma->weight * ewma->weight;
    if (!(square > ewma->weight_sq))
        return (real)NAN;
    return ewma->deviations * ewma->weight / (square - ewma->weight_sq);
}
