/* Between the forms (a) and (c) you use the learning rate as it is given. The velocity
 * of (a) is measured with the learning rate of (a), and that is not the one of (c): the
 * rates change together with the velocity. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

/* What a velocity in form (b) is multiplied by to get that of another form. */
static real unit(enum momentum_form form, real lr, real beta)
{
    if (form == MOMENTUM_LR_INSIDE)
        return -lr;
    return form == MOMENTUM_AVERAGE ? 1 - beta : 1;
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || rates.lr == 0 || !is_share(rates.beta))
        return (real)NAN;
    const real beta = rates.beta;
    real lr = rates.lr;
    return unit(to, lr, beta) / unit(from, lr, beta);
}
