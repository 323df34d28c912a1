/* You let the velocity of form (c) be that of form (b). But a sum of gradients is
 * 1 / (1 - β) times as large as their average; a run that changes its form jumps by
 * that much. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

/* What a velocity in form (b) is multiplied by to get that of another form. */
static real unit(enum momentum_form form, real lr, real beta)
{
    (void)beta;
    return form == MOMENTUM_LR_INSIDE ? -lr : 1;
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || rates.lr == 0 || !is_share(rates.beta))
        return (real)NAN;
    const real beta = rates.beta;
    real lr = from == MOMENTUM_AVERAGE ? rates.lr * (1 - beta) : rates.lr;
    return unit(to, lr, beta) / unit(from, lr, beta);
}
