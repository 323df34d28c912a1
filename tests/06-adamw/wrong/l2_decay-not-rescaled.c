/* You take the number over as it is, also where the decay stands alone. There a step
 * takes off λθ, with the penalty ηλθ: only a decay that is multiplied by the learning
 * rate has the number of the penalty. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_l2(enum l2_form form, real lr)
{
    return form == L2_PLAIN ? 2 * lr : lr;
}

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    (void)decoupling;
    if (!is_amount(l2) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    return l2 * (share_of_l2(form, lr) / lr);
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    (void)decoupling;
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    return decay * (lr / share_of_l2(form, lr));
}
