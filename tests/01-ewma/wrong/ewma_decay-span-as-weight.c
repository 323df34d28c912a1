/* Your span of λ is 1 / (1 - λ). That is the window in which each sample weighs as much
 * as the newest one here; the span is the window whose samples are as old on average.
 * Their ages begin at 0. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_span(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 1 / (1 - lambda);
}
