/* Correct: the ways through the four combinations are written out, and the half-life is
 * one over a binary logarithm. */
#include "optim/check.h"
#include "optim/l2_decay.h"

real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    if (is_nonnegative(l2) && is_nonnegative(lr) && lr > 0) {
        if (decoupling == DECAY_TIMES_LR)
            return form == L2_HALF ? l2 : 2 * l2;
        return form == L2_HALF ? lr * l2 : 2 * lr * l2;
    }
    return (real)NAN;
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    real unit = l2_to_decay(1, form, lr, decoupling);
    return is_nonnegative(decay) ? decay / unit : (real)NAN;
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    const real log2_e = (real)1.4426950408889634074;
    real share = decoupling == DECAY_TIMES_LR ? lr * decay : decay;
    if (!is_nonnegative(decay) || !is_nonnegative(lr) || lr == 0 || share <= 0 ||
        share >= 1)
        return (real)NAN;
    return -1 / (log2_e * log1p(-share));
}
