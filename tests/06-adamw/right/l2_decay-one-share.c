/* Correct: the penalty or the decay becomes the share that a step takes off, and that
 * becomes the other. The logarithm of 1 - w is that of a ratio about 1. */
#include "optim/l2_decay.h"

#include <math.h>
#include <stdbool.h>

static bool usable(real coefficient, real lr)
{
    return isfinite(coefficient) && isfinite(lr) && coefficient >= 0 && lr > 0;
}

static real gradient_factor(enum l2_form form)
{
    switch (form) {
    case L2_PLAIN:
        return 2;
    case L2_HALF:
    default:
        return 1;
    }
}

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    if (!usable(l2, lr))
        return (real)NAN;
    real decay = gradient_factor(form) * l2;
    if (decoupling == DECAY_INDEPENDENT)
        decay *= lr;
    return decay;
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    if (!usable(decay, lr))
        return (real)NAN;
    real slope = decoupling == DECAY_INDEPENDENT ? decay / lr : decay;
    return slope / gradient_factor(form);
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    if (!usable(decay, lr))
        return (real)NAN;
    real share = decoupling == DECAY_INDEPENDENT ? decay : lr * decay;
    if (share <= 0 || share >= 1)
        return (real)NAN;
    return log(2) / (2 * atanh(share / (2 - share)));
}
