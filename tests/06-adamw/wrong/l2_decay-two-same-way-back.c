/* On the way back you multiply by 2 where you multiplied by 2 on the way there. The
 * inverse divides. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_TIMES_LR ? lr : 1;
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    const real two = form == L2_PLAIN ? 2 : 1;
    return two * decay * (share_of_decay(decoupling, lr) / lr);
}
