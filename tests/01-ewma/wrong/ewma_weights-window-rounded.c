/* You round the window to an integer. The header asks for the n that solves the equation,
 * which need not be one: with α = 0.9, half of the weight is held by a part of the newest
 * sample. */
#include "optim/ewma_weights.h"

#include <math.h>

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    return ceil(log1p(-share) / log1p(-alpha));
}
