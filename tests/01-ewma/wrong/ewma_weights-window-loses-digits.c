/* In your window you form 1 - α or 1 - share, and where these are small that loses their
 * digits: 1 - 1e-20 is stored as 1, whose logarithm is 0. The C library can take log(1 -
 * x) from x itself. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return log(1 - share) / log(1 - alpha);
}
