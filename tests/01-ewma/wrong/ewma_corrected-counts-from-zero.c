/* Your t counts from 0: the first sample is divided by 1 - λ^0 = 0, and every later one
 * by the factor of the sample before it. When the first sample is in, t is 1. */
#include "optim/ewma_corrected.h"

#include <math.h>

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 0};
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    ewma->raw = ewma->lambda * ewma->raw + (1 - ewma->lambda) * x;
    ewma->power += 1;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / (1 - pow(ewma->lambda, ewma->power - 1));
}
