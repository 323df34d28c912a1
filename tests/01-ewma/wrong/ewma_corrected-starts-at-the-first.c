/* You start at the first sample and correct nothing. That is a real method, and right for
 * a constant series, but not this one: the first sample keeps the weight λ^(t-1), as if
 * it had been there forever, where the corrected average treats it like every other. */
#include "optim/ewma_corrected.h"

#include <math.h>
#include <stdbool.h>

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    bool first = ewma->power >= 1;
    ewma->raw = first ? x : ewma->lambda * ewma->raw + (1 - ewma->lambda) * x;
    ewma->power = 0;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->power < 1 ? ewma->raw : (real)NAN;
}
