/* You have λ and 1 - λ the wrong way round in the recursion: λ is the share of the past,
 * and the new sample gets the rest. With λ near 1 your average follows every sample. */
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
    ewma->raw = (1 - ewma->lambda) * ewma->raw + ewma->lambda * x;
    ewma->power *= ewma->lambda;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / (1 - ewma->power);
}
