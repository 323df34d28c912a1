/* Your sum has one term too many. After one step the penalty has moved the parameters
 * once, by ηλ. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    return lr * l2 * -expm1(((real)steps + 1) * log(beta)) / (1 - beta);
}
