/* You return the ε that you are given. The two places are different methods until 1 -
 * β₂^t is near 1: in the first step, at β₂ = 0.999, the same number counts for 32
 * times as much before the correction. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

real adam_eps_before(real eps, real beta2, uint64_t t)
{
    if (!is_amount(eps))
        return (real)NAN;
    return is_share(beta2) && t > 0 ? eps : (real)NAN;
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    if (!is_amount(eps_hat))
        return (real)NAN;
    return is_share(beta2) && t > 0 ? eps_hat : (real)NAN;
}
