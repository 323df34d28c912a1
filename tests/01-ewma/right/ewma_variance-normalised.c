/* Correct, with weights that add up to 1: the biased variance itself moves, and so does
 * the sum of the squared shares. */
#include "optim/ewma_variance.h"

#include <math.h>
#include <stdbool.h>

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_variance){.lambda = lambda};
    return DESCENT_OK;
}

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    const bool first = ewma->weight == 0;
    const real old = ewma->weight;
    const real variance = first ? 0 : ewma->deviations / old;
    const real squares = first ? 0 : ewma->weight_sq / (old * old);
    ewma->weight = ewma->lambda * ewma->weight + 1;
    const real share = 1 / ewma->weight, rest = 1 - share;
    const real step = share * (x - ewma->mean), total = ewma->weight;
    ewma->mean += step;
    ewma->deviations = total * rest * (variance + step * (x - ewma->mean + step));
    ewma->weight_sq = total * total * (rest * rest * squares + share * share);
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
    const real total = ewma->weight;
    return ewma->deviations / total / (1 - ewma->weight_sq / (total * total));
}
