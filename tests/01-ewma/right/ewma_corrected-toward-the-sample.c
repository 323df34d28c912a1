/* Correct: the raw average moves toward each sample, and the factor is told by the
 * power's logarithm. */
#include "optim/ewma_corrected.h"

#include <math.h>

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    return DESCENT_OK;
}

void ewma_corrected_update(struct ewma_corrected *ewma, real x)
{
    ewma->raw += (1 - ewma->lambda) * (x - ewma->raw);
    ewma->power *= ewma->lambda;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw / -expm1(log(ewma->power));
}
