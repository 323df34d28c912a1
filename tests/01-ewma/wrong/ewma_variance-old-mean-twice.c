/* You square the deviation from the old mean. The new sample pulls the mean toward
 * itself, so this is too much: one factor is the deviation before the mean moves, the
 * other the one after. Look at the very first sample, whose variance must be 0. */
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
    ewma->deviations = lambda * ewma->deviations + deviation * deviation;
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
    real freedom = ewma->weight - ewma->weight_sq / ewma->weight;
    return freedom > 0 ? ewma->deviations / freedom : (real)NAN;
}
