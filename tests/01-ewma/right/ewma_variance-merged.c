/* Correct, by merging the old samples and the new one as two groups: between them they
 * add the squared distance of their means, times the product of their weights over the
 * sum. */
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
    real old = ewma->lambda * ewma->weight, distance = x - ewma->mean;
    ewma->weight = old + 1;
    ewma->weight_sq = fma(ewma->lambda * ewma->lambda, ewma->weight_sq, 1);
    ewma->mean = (old * ewma->mean + x) / ewma->weight;
    ewma->deviations =
        fma(ewma->lambda, ewma->deviations, distance * distance * (old / ewma->weight));
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
    return ewma->deviations / (ewma->weight - ewma->weight_sq / ewma->weight);
}
