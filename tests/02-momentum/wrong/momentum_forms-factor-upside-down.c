/* Your factor is the one for the way back. It is asked what a velocity of the old form
 * must be multiplied by to become one of the new form. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

/* What the learning rate of a form is multiplied by to get that of form (b). */
static real lr_to_sum(enum momentum_form form, real beta)
{
    return form == MOMENTUM_AVERAGE ? 1 - beta : 1;
}

/* What the velocity of form (b) is multiplied by to get that of another form. */
static real unit_of_velocity(enum momentum_form form, real lr, real beta)
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
    real lr = rates.lr * lr_to_sum(from, rates.beta);
    return unit_of_velocity(from, lr, rates.beta) / unit_of_velocity(to, lr, rates.beta);
}
