/* Correct: the state is the corrected average itself, moved toward each sample by its
 * share (1 - λ) / (1 - λ^t) of the weight; power holds t log λ. */
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
    ewma->power += log(ewma->lambda);
    ewma->raw += (x - ewma->raw) * (1 - ewma->lambda) / -expm1(ewma->power);
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->power < 0 ? ewma->raw : (real)NAN;
}
