/* Your window is upside down. From (1-α)^n = 1 - share, logarithms make a product with n,
 * and it is the logarithm of 1 - α that n is multiplied by. A smaller α must give a
 * larger window. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log1p(-alpha) / log1p(-share);
}
