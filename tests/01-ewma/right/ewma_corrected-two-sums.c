/* Correct, as the ratio of two sums with the weights λ^k, of the samples and of 1; both
 * are what the fields hold, in another unit. */
#include "optim/ewma_corrected.h"

#include <math.h>

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .power = 1};
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    const real alpha = 1 - ewma->lambda;
    ewma->raw = alpha * fma(ewma->lambda, ewma->raw / alpha, x);
    ewma->power = ewma->lambda * ewma->power;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    const real alpha = 1 - ewma->lambda;
    const real samples = ewma->raw / alpha, weights = (1 - ewma->power) / alpha;
    return samples / weights;
}
