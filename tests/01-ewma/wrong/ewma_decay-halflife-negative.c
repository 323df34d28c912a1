/* Your half-life of λ is negative. The logarithm of a number below 1 is negative, and so
 * is that of 1/2; in the quotient of the two the signs cancel. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_halflife(real lambda)
{
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return 1 / log2(lambda);
}
