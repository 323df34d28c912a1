/* Your init refuses a λ, but by then it has written to the state. An average that is in
 * use must go on as if nobody had asked: check before you change anything. */
#include "optim/ewma_corrected.h"

enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda)
{
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_corrected){.lambda = lambda, .raw = 0, .power = 1};
    return DESCENT_OK;
}
