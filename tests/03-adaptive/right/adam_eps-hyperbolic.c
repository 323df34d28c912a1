/* Correct: 1 - e^(2y) = -2 e^y sinh y, and both ways by one exponent. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

/* ε √(1 - β₂^t)^sign, or NaN. */
static real convert(real eps, real beta2, uint64_t t, int sign)
{
    if (!is_nonnegative(eps) || !is_decay_rate(beta2) || t == 0)
        return (real)NAN;
    if (beta2 == 0)
        return eps;
    const real half = (real)t * log1p(beta2 - 1) / 2;
    const real left = half > -20 ? -2 * exp(half) * sinh(half) : 1;
    return sign > 0 ? eps * sqrt(left) : eps / sqrt(left);
}

real adam_eps_before(real eps, real beta2, uint64_t t)
{
    return convert(eps, beta2, t, 1);
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    return convert(eps_hat, beta2, t, -1);
}

real adam_eps_settled(real beta2, real share)
{
    if (!is_decay_rate(beta2) || beta2 == 0 || !is_decay_rate(share) || share == 0)
        return (real)NAN;
    return (log(share) + log1p(1 - share)) / log1p(-(1 - beta2));
}
