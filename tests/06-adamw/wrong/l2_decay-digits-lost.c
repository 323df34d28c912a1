/* You form 1 - w before you take the logarithm. For a small decay the digits of w fall
 * off the end of 1 - w; below 1e-16 nothing of it is left. There is a function for
 * log(1 + x) that never forms the sum. */
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
    return -log((real)2) / log(1 - share);
}
