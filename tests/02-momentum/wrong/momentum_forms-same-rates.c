/* You hand back the rates as they came, as if the three forms had the same ones. But
 * from v = 0 the first step of form (c) is 1 - β times as long as that of form (b) with
 * the same learning rate. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

struct momentum_rates momentum_convert(enum momentum_form from, enum momentum_form to,
                                       struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || !is_share(rates.beta))
        return (struct momentum_rates){.lr = (real)NAN, .beta = (real)NAN};
    (void)from;
    (void)to;
    return rates;
}
