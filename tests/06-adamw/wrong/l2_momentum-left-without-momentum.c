/* What you leave is (1 - ηλ)^t: that is the decay without momentum. Each penalty comes
 * out of the velocity again and again, until it has pulled 1/(1 - β) times as much. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2) || !(lr * l2 <= 1))
        return (real)NAN;
    if (steps == 0)
        return 1;
    return pow(1 - lr * l2, (real)steps);
}
