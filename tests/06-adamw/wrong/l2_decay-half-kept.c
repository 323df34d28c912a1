/* You keep the ½ in the gradient. Differentiate the square: its exponent comes down as
 * a factor 2, which cancels the ½ of the one form and stays in the other. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_l2(enum l2_form form, real lr)
{
    return form == L2_PLAIN ? lr : lr / 2;
}

static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_TIMES_LR ? lr : 1;
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
