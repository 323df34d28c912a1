/* Your center of mass is too large by 1: you let the newest sample have the age 1. Its
 * age is 0, so an average without memory has the center of mass 0. */
#include "optim/ewma_decay.h"

#include <math.h>

real ewma_lambda_from_com(real com)
{
    if (!(com >= 0 && com < (real)INFINITY))
        return (real)NAN;
    return (com - 1) / com;
}

real ewma_com(real lambda)
{
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return 1 / (1 - lambda);
}
