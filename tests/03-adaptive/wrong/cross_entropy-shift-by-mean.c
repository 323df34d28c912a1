/* You move by the mean of the logits. If one is larger than the mean by 710 it
 * overflows all the same: only the largest keeps every exponent at 0 or below. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    if (k == 0)
        return -(real)INFINITY;
    real top = 0;
    for (size_t i = 0; i < k; i++)
        top += z[i] / (real)k;
    real shift = isinf(top) ? 0 : top;
    real sum = 0;
    for (size_t i = 0; i < k; i++)
        sum += exp(z[i] - shift);
    return shift + log(sum);
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
