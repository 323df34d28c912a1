/* You take off the pull of the first penalty only. Each step has a penalty of its own,
 * and the later ones are smaller because the parameter is. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

/* S_t for the roots of z² - bz + β with b = 1 + β - h. The larger one may be so close to
 * 1 that only its distance from there has any digits: (1 - z₁)(1 - z₂) is h. */
real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2) || !(lr * l2 <= 1))
        return (real)NAN;
    if (steps == 0)
        return 1;
    real h = lr * l2, t = (real)steps;
    return 1 - h * (1 - pow(beta, t)) / (1 - beta);
}
