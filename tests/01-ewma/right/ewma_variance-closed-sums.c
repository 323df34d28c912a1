/* Correct, with W and Q in closed form from the number of samples, which weight holds;
 * the mean is moved back from the new sample. */
#include "optim/ewma_variance.h"

#include <math.h>

/* 1 + q + … + q^(n-1) */
static real sum_of_powers(real q, real n)
{
    return n > 1 ? expm1(n * log(q)) / (q - 1) : n;
}

/* W - Q/W */
static real divisor(real lambda, real n)
{
    real w = sum_of_powers(lambda, n);
    return w - sum_of_powers(lambda * lambda, n) / w;
}

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_variance){.lambda = lambda};
    return DESCENT_OK;
}

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    ewma->weight += 1;
    real deviation = x - ewma->mean,
         share = 1 / sum_of_powers(ewma->lambda, ewma->weight);
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
    return ewma->deviations / sum_of_powers(ewma->lambda, ewma->weight);
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    return ewma->weight > 1 ? ewma->deviations / divisor(ewma->lambda, ewma->weight)
                            : (real)NAN;
}
