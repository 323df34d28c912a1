/* You wait until the share is missing from 1 - β₂^t. It is ε̂ that counts, and ε̂ has
 * the root of that in it: solve √(1 - β₂^t) = 1 - share, root and all. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

real adam_eps_settled(real beta2, real share)
{
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return log(share) / log(beta2);
}
