/* Your half-life takes the decay for the share that a step takes off. For
 * DECAY_TIMES_LR the step multiplies it by the learning rate first. */
#include "optim/check.h"
#include "optim/l2_decay.h"

#include <tgmath.h>

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    (void)decoupling;
    if (!is_amount(decay) || !is_amount(lr) || lr == 0)
        return (real)NAN;
    real share = decay;
    if (!(share > 0 && share < 1))
        return (real)NAN;
    return -log((real)2) / log1p(-share);
}
