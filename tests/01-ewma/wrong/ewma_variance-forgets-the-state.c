/* Your init leaves some of the state as it finds it. Memory that nobody has written holds
 * anything: before the first sample all sums must be 0. */
#include "optim/ewma_variance.h"

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    ewma->lambda = lambda;
    return DESCENT_OK;
}
