/* ista-signs.c: the threshold by size and sign; the rest of the solution is used. */
#include "optim/ista.h"

#include <math.h>

real soft_threshold(real x, real t)
{
    if (x != x || t != t || t < 0)
        return NAN;
    if (fabs(x) <= t)
        return 0;
    return copysign(fabs(x) - t, x);
}
