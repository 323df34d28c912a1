/* Your cost has the wrong sign: it is log p, which grows as the classifier gets better.
 * A cost falls; it is the negative of that. */
#include "optim/cross_entropy.h"

#include <tgmath.h>

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    real total = log_sum_exp(k, z);
    if (label >= k || total == (real)INFINITY)
        total = (real)NAN;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = exp(z[i] - total) - (i == label);
    return label < k ? z[label] - total : total;
}
