/* Correct, with weights that add up to 1: deviations holds the biased variance itself,
 * and weight_sq the sum of the squared shares. */
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
    ewma->weight = ewma->lambda * ewma->weight + 1;
    real share = 1 / ewma->weight, rest = 1 - share, step = share * (x - ewma->mean);
    ewma->mean += step;
    ewma->deviations = rest * (ewma->deviations + step * (x - ewma->mean + step));
    ewma->weight_sq = rest * rest * ewma->weight_sq + share * share;
}

real ewma_variance_mean(const struct ewma_variance *ewma)
{
    return ewma->weight > 0 ? ewma->mean : (real)NAN;
}

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    return ewma->weight > 0 ? ewma->deviations : (real)NAN;
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    return ewma->weight > 0 ? ewma->deviations / (1 - ewma->weight_sq) : (real)NAN;
}
