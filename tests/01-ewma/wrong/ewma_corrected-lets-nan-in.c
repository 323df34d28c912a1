/* Your range check accepts a λ that is not a number. Every comparison with NaN is false,
 * so "λ < 0 or λ ≥ 1" does not catch it. Ask instead whether λ is inside the range, and
 * refuse when the answer is no. */
#include "optim/ewma_corrected.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (lambda < 0 || lambda >= 1)
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
    return ewma->raw / (1 - ewma->power);
}
