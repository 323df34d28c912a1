/* Your half-life is log 2 / w, as if the parameter shrank at every instant. It shrinks
 * once a step, by the factor 1 - w: for small decays there is hardly a difference, for
 * large ones there is. */
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
    return log((real)2) / share;
}
