/* You exponentiate the logits as they are. e^710 is more than a number can hold, and
 * if all logits are below -745 the sum is 0 and its logarithm -∞. Move them first, so
 * that the largest exponent is 0. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    real sum = 0;
    for (size_t i = 0; i < k; i++)
        sum += exp(z[i]);
    return log(sum);
}

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    real total = log_sum_exp(k, z);
    if (label >= k || total == (real)INFINITY)
        total = (real)NAN;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = exp(z[i] - total) - (i == label);
    return label < k ? total - z[label] : total;
}
