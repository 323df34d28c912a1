/* sigmoid.c: the logistic function and its integral.
 *
 *     softplus z = log(1 + exp z) = max(z, 0) + log(1 + exp(-|z|))
 *     sigmoid z  = 1 / (1 + exp(-z))
 *
 * Invariant: no exponential of a positive number is formed in softplus, and sigmoid's may
 * overflow only where its result is 0. */
#include "optim/sigmoid.h"

#include <tgmath.h>

real softplus(real z)
{
    return fmax(z, (real)0) + log1p(exp(-fabs(z)));
}

real sigmoid(real z)
{
    return 1 / (1 + exp(-z));
}
