/* Correct: each sample moves the corrected average by its share (1 - λ) / (1 - λ^t) of
 * the weight, and the raw one is what the zero start leaves of that. */
#include "optim/ewma_corrected.h"

#include <math.h>

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    ewma->lambda = lambda;
    ewma->raw = 0;
    ewma->power = 1;
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    real mean = ewma->power < 1 ? ewma->raw / (1 - ewma->power) : 0;
    ewma->power *= ewma->lambda;
    mean += (x - mean) * (1 - ewma->lambda) / (1 - ewma->power);
    ewma->raw = (1 - ewma->power) * mean;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->power < 1 ? ewma->raw / (1 - ewma->power) : (real)NAN;
}
