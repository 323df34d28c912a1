/* Your range check accepts a λ that is not a number. Every comparison with NaN is false,
 * so "λ < 0 or λ ≥ 1" does not catch it. Ask instead whether λ is inside the range, and
 * refuse when the answer is no. */
#include "optim/ewma_variance.h"

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    if (lambda < 0 || lambda >= 1)
        return DESCENT_ERANGE;
    *ewma = (struct ewma_variance){.lambda = lambda};
    return DESCENT_OK;
}
