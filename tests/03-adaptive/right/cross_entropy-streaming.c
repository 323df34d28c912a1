/* Correct, in one pass over the logits: when a larger one comes, the sum so far is
 * scaled down to it. */
#include "optim/cross_entropy.h"

#include <stdbool.h>
#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    real top = -(real)INFINITY, sum = 0;
    for (size_t i = 0; i < k; i++) {
        if (z[i] == -(real)INFINITY)
            continue;
        if (z[i] == (real)INFINITY || isnan(z[i])) {
            for (size_t j = i; j < k; j++)
                if (isnan(z[j]))
                    return (real)NAN;
            return (real)INFINITY;
        }
        if (z[i] <= top) {
            sum += exp(z[i] - top);
        } else {
            sum = sum * exp(top - z[i]) + 1;
            top = z[i];
        }
    }
    return top + log(sum);
}

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    const real total = log_sum_exp(k, z);
    const bool bad = label >= k || isnan(total) || total == (real)INFINITY;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = bad ? (real)NAN : exp(z[i] - total);
    if (bad)
        return (real)NAN;
    if (dz)
        dz[label] -= 1;
    return total - z[label];
}
