/* You return the share ηλ that a step takes off also for a decay that the step
 * multiplies by the learning rate itself. The learning rate then comes in twice. */
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
    return l2 * share_of_l2(form, lr);
}
