/* You square 1 - share and take it from 1 again. For a small share most digits are lost
 * on the way; multiply the square out on paper. */
#include "optim/adam_eps.h"

#include <tgmath.h>

real adam_eps_settled(real beta2, real share)
{
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return log(1 - (1 - share) * (1 - share)) / log(beta2);
}
