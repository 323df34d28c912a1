/* You are one step ahead: the number of the step counts from 1, and step t is corrected
 * with β₂^t. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

/* √(1 - β₂^t), or NaN. */
static real root_of_correction(real beta2, uint64_t t)
{
    if (!is_share(beta2) || t == 0)
        return (real)NAN;
    return sqrt(-expm1((real)(t + 1) * log(beta2)));
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
