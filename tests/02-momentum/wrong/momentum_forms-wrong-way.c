/* You convert the learning rate the wrong way. Form (c) takes 1 - β of each gradient;
 * to walk through the same points as form (b) it has to make up for that with its
 * learning rate. Is that one the larger or the smaller of the two? */
#include "optim/check.h"
#include "optim/momentum_forms.h"

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || !is_share(rates.beta))
        return (struct momentum_rates){.lr = (real)NAN, .beta = (real)NAN};
    if (from != to && from == MOMENTUM_AVERAGE)
        rates.lr /= 1 - rates.beta;
    if (from != to && to == MOMENTUM_AVERAGE)
        rates.lr *= 1 - rates.beta;
    return rates;
}
