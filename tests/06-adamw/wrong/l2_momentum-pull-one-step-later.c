/* You let the penalty wait for one step before it moves anything. In the heavy ball the
 * velocity moves the parameters in the step in which it was pushed. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    if (steps <= 1)
        return 0;
    return lr * l2 * -expm1((real)(steps - 1) * log(beta)) / (1 - beta);
}
