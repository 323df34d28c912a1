/* Your factor is the one by which the learning rate changes. The velocity has a unit of
 * its own: a step in form (a), a sum of gradients in (b), an average in (c). From (b)
 * to (a) the learning rate stays, and the velocity changes all the same. */
#include "optim/check.h"
#include "optim/momentum_forms.h"

real momentum_velocity_factor(enum momentum_form from, enum momentum_form to,
                              struct momentum_rates rates)
{
    if (!is_amount(rates.lr) || rates.lr == 0 || !is_share(rates.beta))
        return (real)NAN;
    return momentum_convert(from, to, rates).lr / rates.lr;
}
