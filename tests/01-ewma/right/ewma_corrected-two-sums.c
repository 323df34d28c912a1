/* Correct, as the ratio of two sums with the weights λ^k: raw holds that of the samples
 * and power that of the weights. */
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
    ewma->raw = fma(ewma->lambda, ewma->raw, x);
    ewma->power = fma(ewma->lambda, ewma->power, 1);
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / ewma->power;
}
