/* You raise 1 - λ to the power t. What is left of the zero start after t steps is λ · λ ⋯
 * λ, because each step keeps the share λ of the past; 1 - λ is the share of the new
 * sample. */
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
    ewma->power *= 1 - ewma->lambda;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / (1 - ewma->power);
}
