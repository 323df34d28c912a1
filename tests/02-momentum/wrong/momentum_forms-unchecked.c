/* You convert whatever comes: a learning rate below 0, a β of 1, NaN. Such rates belong
 * to no run; the header says what to return for them. */
#include "optim/momentum_forms.h"

static real share(enum momentum_form form, real beta)
{
    return form == MOMENTUM_AVERAGE ? 1 - beta : 1;
}

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    if (from != to)
        rates.lr *= share(from, rates.beta) / share(to, rates.beta);
    return rates;
}

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    real lr = rates.lr * share(from, rates.beta);
    real unit = to == MOMENTUM_LR_INSIDE ? -lr : share(to, rates.beta);
    return unit / (from == MOMENTUM_LR_INSIDE ? -lr : share(from, rates.beta));
}
