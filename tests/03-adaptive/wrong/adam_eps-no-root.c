/* You multiply by 1 - β₂^t, which is the correction of v. ε stands beside a root, so
 * it is the root of the correction that it takes. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

/* 1 - β₂^t, or NaN. */
static real root_of_correction(real beta2, uint64_t t)
{
    if (!is_share(beta2) || t == 0)
        return (real)NAN;
    return -expm1((real)t * log(beta2));
}

real adam_eps_before(real eps, real beta2, uint64_t t)
{
    if (!is_amount(eps))
        return (real)NAN;
    return eps * root_of_correction(beta2, t);
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    if (!is_amount(eps_hat))
        return (real)NAN;
    return eps_hat / root_of_correction(beta2, t);
}
