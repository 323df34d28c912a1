/* You differentiate the softmax and keep its diagonal, p(1 - p). Each probability
 * depends on all the logits, and the derivative of the logarithm still has to be
 * multiplied in; together they leave p minus the one-hot vector. */
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
    for (size_t i = 0; dz && i < k; i++) {
        const real p = exp(z[i] - total);
        dz[i] = -p * (1 - p);
    }
    return label < k ? total - z[label] : total;
}
