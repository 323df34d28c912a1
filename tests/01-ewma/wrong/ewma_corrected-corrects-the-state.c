/* You correct the stored average in place. The next sample then decays a state that is
 * corrected already, and it is divided again: the correction compounds. Keep the state as
 * the recursion leaves it, and divide only what you hand out. */
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
    ewma->raw /= 1 - ewma->power;
}

real ewma_corrected_value(const struct ewma_corrected *ewma)
{
    return ewma->raw;
}
