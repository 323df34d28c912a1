/* You treat form (a) like form (c), as if its velocity damped the gradient, too. In
 * form (a) a gradient enters v with the factor η, and nothing takes 1 - β off it: its
 * rates are those of form (b). */
#include "optim/check.h"
#include "optim/momentum_forms.h"

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || !is_share(rates.beta))
        return (struct momentum_rates){.lr = (real)NAN, .beta = (real)NAN};
    const bool sum = from == MOMENTUM_LR_OUTSIDE, to_sum = to == MOMENTUM_LR_OUTSIDE;
    if (!sum && to_sum)
        rates.lr *= 1 - rates.beta;
    if (sum && !to_sum)
        rates.lr /= 1 - rates.beta;
    return rates;
}
