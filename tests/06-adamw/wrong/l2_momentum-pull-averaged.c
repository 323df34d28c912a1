/* Your pull comes to ηλ in the end, as if the velocity were an average that damps the
 * new gradient by 1 - β. In form (b) the gradient enters whole, and comes out 1/(1 - β)
 * times. */
#include "optim/check.h"
#include "optim/l2_momentum.h"

#include <tgmath.h>

real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps)
{
    if (!is_amount(lr) || !is_share(beta) || !is_amount(l2))
        return (real)NAN;
    if (steps == 0)
        return 0;
    return lr * l2 * -expm1((real)steps * log(beta));
}
