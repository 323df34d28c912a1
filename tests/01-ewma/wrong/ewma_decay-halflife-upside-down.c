/* Your half-life of λ is upside down. In λ^h = 1/2 it is the logarithm of λ that h is
 * multiplied by. The closer λ is to 1, the longer the half-life must be. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -log2(lambda);
}
