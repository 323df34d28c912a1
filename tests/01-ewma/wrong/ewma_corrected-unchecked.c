/* Your init accepts every λ. A negative one makes the weights change their sign, one of 1
 * or more never forgets; the header says which are allowed and what to return for the
 * others. */
#include "optim/ewma_corrected.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    return DESCENT_OK;
}
