/* Your clock starts at 0, so a first sample from before that is refused as if it came too
 * late. Before the first sample there is no time that another could precede; the header
 * says what stands there instead. */
#include "optim/ewma_decay.h"
#include "optim/ewma_irregular.h"

#include <math.h>

enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife)
{
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return DESCENT_ERANGE;
    real lambda = ewma_lambda_from_halflife(halflife);
    *ewma = (struct ewma_irregular){.lambda = lambda, .time = 0};
    return DESCENT_OK;
}
