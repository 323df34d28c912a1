/* In your sum you form 1 - α, and for a small α that loses the digits of α: 1 - 1e-20 is
 * stored as 1, and the sum is 0. What you need is the logarithm of 1 - α taken from α
 * itself, and e^y - 1 taken from y itself. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return 1 - pow(1 - alpha, (real)n);
}
