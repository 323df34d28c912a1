/* You round the half-life up to a whole number of steps. The header asks for the number
 * itself, with all its digits. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

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
    return ceil(-log((real)2) / log1p(-share));
}
