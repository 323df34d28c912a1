/* Your half-life multiplies by the learning rate in both conventions. With DECAY_ALONE
 * the decay is itself the share that a step takes off. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

/* What a coefficient is multiplied by to get the share w that one step takes off. */
real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    (void)decoupling;
    real share = decay * lr;
    if (!(share > 0 && share < 1))
        return (real)NAN;
    return -log((real)2) / log1p(-share);
}
