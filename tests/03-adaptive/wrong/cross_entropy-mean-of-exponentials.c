/* You divide the sum by the number of logits, which makes it a mean. Log-sum-exp is
 * the logarithm of the sum, as the denominator of the softmax is. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    if (k == 0)
        return -(real)INFINITY;
    real top = z[0], sum = 0;
    for (size_t i = 1; i < k; i++)
        top = z[i] > top ? z[i] : top;
    const real shift = isinf(top) ? 0 : top;
    for (size_t i = 0; i < k; i++)
        sum += exp(z[i] - shift);
    return shift + log(sum / (real)k);
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
