/* Your gradient is 0 for all classes but the true one. The cost contains every logit,
 * in the sum: raising any other makes it larger. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    real total = log_sum_exp(k, z);
    if (label >= k || total == (real)INFINITY)
        total = (real)NAN;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = i == label ? exp(z[i] - total) - 1 : 0 * total;
    return label < k ? total - z[label] : total;
}
