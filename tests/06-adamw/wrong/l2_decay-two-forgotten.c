/* You treat both penalties alike. The gradient of λ‖θ‖² is 2λθ: the ½ in the other form
 * is there to cancel this 2. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_TIMES_LR ? lr : 1;
}

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    (void)form;
    if (!is_amount(l2) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    return l2 * (lr / share_of_decay(decoupling, lr));
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    (void)form;
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    return decay * (share_of_decay(decoupling, lr) / lr);
}
