/* Where there is no cost you return NaN and leave the gradient as it was. The caller
 * then goes on with numbers of the sample before; the contract wants NaN there, too. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    real total = log_sum_exp(k, z);
    if (label >= k || !(total < (real)INFINITY))
        return (real)NAN;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = exp(z[i] - total) - (i == label);
    return total - z[label];
}
