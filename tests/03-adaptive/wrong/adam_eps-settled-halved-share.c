/* You replace the root by its tangent: √(1 - x) is about 1 - x/2, so that β₂^t would
 * be twice the share. That is near for small shares and wrong for large ones; the
 * equation has an exact solution. */
#include "optim/adam_eps.h"
#include "optim/check.h"

#include <tgmath.h>

real adam_eps_settled(real beta2, real share)
{
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return log(2 * share) / log(beta2);
}
