/* You let every penalty act with its whole pull ηλ/(1 - β) at once. In the long run
 * that is the strength of it; but it arrives late, and when it is late enough the
 * parameter swings through 0. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_left(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2) || !(lr * l2 <= 1))
        return (real)NAN;
    if (steps == 0)
        return 1;
    return pow(fabs(1 - lr * l2 / (1 - beta)), (real)steps);
}
