/* Your init accepts every half-life. One of 0 or less, or an endless one, belongs to no
 * average; the header says what to return for it. */
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    real lambda = ewma_lambda_from_halflife(halflife);
    *ewma = (struct ewma_irregular){.lambda = lambda, .time = -(real)INFINITY};
    return DESCENT_OK;
}
