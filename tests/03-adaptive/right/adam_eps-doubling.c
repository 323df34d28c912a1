/* Correct, by doubling: of what is missing after a and after b steps, the product is
 * missing after a + b. What is there, s = 1 - β₂^t, follows without a subtraction from
 * 1. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <stdbool.h>
#include <tgmath.h>

/* √(1 - β₂^t), or NaN. */
static real root_of_correction(real beta2, uint64_t t)
{
    if (!is_decay_rate(beta2) || t == 0)
        return (real)NAN;
    real all = 0, part = 1 - beta2; /* after the steps so far; after 1, 2, 4, … steps */
    for (; t > 0; t >>= 1) {
        if (t & 1)
            all += part * (1 - all);
        part *= 2 - part;
    }
    return sqrt(all);
}

real adam_eps_before(real eps, real beta2, uint64_t t)
{
    if (!is_nonnegative(eps))
        return (real)NAN;
    return eps * root_of_correction(beta2, t);
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    if (!is_nonnegative(eps_hat))
        return (real)NAN;
    return eps_hat / root_of_correction(beta2, t);
}

real adam_eps_settled(real beta2, real share)
{
    const bool valid = beta2 > 0 && beta2 < 1 && share > 0 && share < 1;
    return valid ? (log(share) + log(2 - share)) / log(beta2) : (real)NAN;
}
