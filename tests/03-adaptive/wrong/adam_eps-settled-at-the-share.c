/* You find the step at which ε̂ has reached the share. The share is what may still be
 * missing, so that 1 - share must be there. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

real adam_eps_settled(real beta2, real share)
{
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return log(1 - share * share) / log(beta2);
}
