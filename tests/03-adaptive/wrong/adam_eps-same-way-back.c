/* You convert ε̂ to ε as you convert ε to ε̂. The way back is the inverse: what was
 * multiplied on the way there is divided. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

/* √(1 - β₂^t), or NaN. */
static real root_of_correction(real beta2, uint64_t t)
{
    if (!is_share(beta2) || t == 0)
        return (real)NAN;
    return sqrt(-expm1((real)t * log(beta2)));
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    if (!is_amount(eps_hat))
        return (real)NAN;
    return eps_hat * root_of_correction(beta2, t);
}
