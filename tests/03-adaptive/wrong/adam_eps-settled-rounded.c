/* You round up to a whole step. The contract asks for the solution of the equation
 * itself; whoever needs a step can round it. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

real adam_eps_settled(real beta2, real share)
{
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return ceil(log(share * (2 - share)) / log(beta2));
}
