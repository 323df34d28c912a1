/* You store the half-life where λ belongs. λ is what a weight keeps over one unit of
 * time, below 1; exercise 1.3 gives it for a half-life. */
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return DESCENT_ERANGE;
    real lambda = halflife;
    *ewma = (struct ewma_irregular){.lambda = lambda, .time = -(real)INFINITY};
    return DESCENT_OK;
}
