/* You give what reaches the parameters in step k alone. The question is how much has
 * reached them after k steps, all of them together. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

/* S_t for the roots of z² - bz + β with b = 1 + β - h. The larger one may be so close to
 * 1 that only its distance from there has any digits: (1 - z₁)(1 - z₂) is h. */
real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    if (steps == 0)
        return 0;
    return lr * l2 * pow(beta, (real)(steps - 1));
}
