/* Between form (c) and the others you put β where 1 - β belongs. Form (c) takes the share
 * 1 - β of each gradient; the share of the past is β. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

/* What the learning rate of a form is multiplied by to get that of form (b). */
static real lr_to_sum(enum momentum_form form, real beta)
{
    return form == MOMENTUM_AVERAGE ? beta : 1;
}

/* What the velocity of form (b) is multiplied by to get that of another form. */
static real unit_of_velocity(enum momentum_form form, real lr, real beta)
{
    if (form == MOMENTUM_LR_INSIDE)
        return -lr;
    return form == MOMENTUM_AVERAGE ? beta : 1;
}

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || !is_share(rates.beta))
        return (struct momentum_rates){.lr = (real)NAN, .beta = (real)NAN};
    if (from != to)
        rates.lr *= lr_to_sum(from, rates.beta) / lr_to_sum(to, rates.beta);
    return rates;
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || rates.lr == 0 || !is_share(rates.beta))
        return (real)NAN;
    real lr = rates.lr * lr_to_sum(from, rates.beta);
    return unit_of_velocity(to, lr, rates.beta) / unit_of_velocity(from, lr, rates.beta);
}
