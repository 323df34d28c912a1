/* You compute the probability and then its logarithm. A probability below 1e-308 is
 * stored as less than it is, at last as 0, and the logarithm of 0 is infinite where
 * the true cost is a few hundred or thousand. Stay among the logarithms: the cost is a
 * difference of two of them. */
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
    return shift + log(sum);
}

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    real total = log_sum_exp(k, z);
    if (label >= k || total == (real)INFINITY)
        total = (real)NAN;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = exp(z[i] - total) - (i == label);
    return label < k ? -log(exp(z[label] - total)) : total;
}
