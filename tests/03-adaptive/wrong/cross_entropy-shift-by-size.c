/* You move by the logit with the largest size. If that one is negative the others grow
 * instead of shrinking, or all of them vanish: what counts is the largest with its
 * sign. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    if (k == 0)
        return -(real)INFINITY;
    real top = fabs(z[0]);
    for (size_t i = 1; i < k; i++)
        top = fabs(z[i]) > top ? fabs(z[i]) : top;
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
