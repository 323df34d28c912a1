/* Your quotient of the logarithms stands on its head. A longer memory takes more steps
 * to settle; β₂ closer to 1 makes your number smaller. */
#include "optim/adam_eps.h"

#include <tgmath.h>

real adam_eps_settled(real beta2, real share)
{
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return log(beta2) / log(share * (2 - share));
}
