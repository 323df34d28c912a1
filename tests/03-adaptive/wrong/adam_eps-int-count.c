/* You put the number of the step into 32 bits. It has 64 in the contract, and after
 * 2^32 steps yours starts again. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

/* √(1 - β₂^t), or NaN. */
static real root_of_correction(real beta2, uint64_t t)
{
    if (!is_share(beta2) || t == 0)
        return (real)NAN;
    return sqrt(-expm1((real)(uint32_t)t * log(beta2)));
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
