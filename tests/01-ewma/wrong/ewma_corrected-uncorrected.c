/* You return the average as it is stored, without the correction. It starts at zero, so
 * its weights add up to 1 - λ^t and not to 1, and the first values are far too small. */
#include "optim/ewma_corrected.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    ewma->raw = ewma->lambda * ewma->raw + (1 - ewma->lambda) * x;
    ewma->power *= ewma->lambda;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw;
}
