/* You subtract β^k from 1. When β is close to 1 and k is small, the two are nearly the
 * same, and most digits of the difference are rounding. There is a function for e^x - 1
 * that keeps them. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    if (steps == 0)
        return 0;
    return lr * l2 * (1 - pow(beta, (real)steps)) / (1 - beta);
}
