/* You answer whatever you are asked: for a learning rate of 0, negative coefficients,
 * NaN, a decay that leaves nothing. The header says what to return then. */
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_l2(enum l2_form form, real lr)
{
    return form == L2_PLAIN ? 2 * lr : lr;
}

static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_TIMES_LR ? lr : 1;
}

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    return l2 * (share_of_l2(form, lr) / share_of_decay(decoupling, lr));
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    return decay * (share_of_decay(decoupling, lr) / share_of_l2(form, lr));
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    real share = decay * share_of_decay(decoupling, lr);
    return -log((real)2) / log1p(-share);
}
