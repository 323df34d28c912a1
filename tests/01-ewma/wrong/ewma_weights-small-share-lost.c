/* In your window you form 1 - share, which loses the digits of a small share: 1 - 1e-20
 * is stored as 1, and the window is 0. You have met the remedy in the other logarithm. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log(1 - share) / log1p(-alpha);
}
