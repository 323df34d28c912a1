/* Your gradient exponentiates the logits as they are, and divides infinities or zeros,
 * even where your cost is safe. Each probability is one exponential of a difference
 * that is never above 0. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    real total = log_sum_exp(k, z);
    if (label >= k || total == (real)INFINITY)
        total = (real)NAN;
    real sum = 0;
    for (size_t i = 0; dz && i < k; i++)
        sum += exp(z[i]);
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = total == total ? exp(z[i]) / sum - (i == label) : total;
    return label < k ? total - z[label] : total;
}
