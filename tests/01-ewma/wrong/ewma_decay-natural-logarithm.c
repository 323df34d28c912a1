/* Your half-life of λ is the time after which 1/e of a weight is left, not 1/2: you have
 * taken a natural logarithm where one to the base 2 belongs, or left out a factor of ln
 * 2. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -1 / log(lambda);
}
