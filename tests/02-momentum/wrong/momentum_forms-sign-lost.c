/* Your factor between form (a) and the others has the wrong sign. In (a) the velocity
 * is added to the parameters, in (b) and (c) it is subtracted: the same movement has
 * opposite signs, and with yours the run turns round where the form changes. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

/* What a velocity in form (b) is multiplied by to get that of another form. */
static real unit(enum momentum_form form, real lr, real beta)
{
    if (form == MOMENTUM_LR_INSIDE)
        return lr;
    return form == MOMENTUM_AVERAGE ? 1 - beta : 1;
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
