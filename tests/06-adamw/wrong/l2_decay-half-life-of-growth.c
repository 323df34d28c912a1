/* Your parameter grows by 1 + w a step. A decay leaves 1 - w of it: mind the sign
 * inside the logarithm. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_TIMES_LR ? lr : 1;
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    real share = decay * share_of_decay(decoupling, lr);
    if (!(share > 0 && share < 1))
        return (real)NAN;
    return log((real)2) / log1p(share);
}
