/* You have the two decays the wrong way round. DECAY_TIMES_LR is the one that the step
 * still multiplies by the learning rate, so the number you hand over must not contain
 * it; DECAY_ALONE is taken as it is. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_l2(enum l2_form form, real lr)
{
    return form == L2_PLAIN ? 2 * lr : lr;
}

static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_ALONE ? lr : 1;
}

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    if (!is_amount(l2) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    return l2 * (share_of_l2(form, lr) / share_of_decay(decoupling, lr));
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    return decay * (share_of_decay(decoupling, lr) / share_of_l2(form, lr));
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    real share = decay * share_of_decay(decoupling, lr);
    if (!(share > 0 && share < 1))
        return (real)NAN;
    return -log((real)2) / log1p(-share);
}
