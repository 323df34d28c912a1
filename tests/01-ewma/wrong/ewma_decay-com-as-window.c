/* Your center of mass of λ is 1 / (1 - λ). That is too large by 1: the newest sample has
 * the age 0, so an average without memory has the center of mass 0. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_com(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 1 / (1 - lambda);
}
