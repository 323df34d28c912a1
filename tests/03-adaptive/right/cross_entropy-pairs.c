/* Correct, by adding the exponentials of two halves: log(e^a + e^b) = a + log(1 +
 * e^(b-a)) for the larger a; the cost is the log-sum-exp of the logits less the true
 * one, and the gradient a softmax by division. */
#include "optim/cross_entropy.h"

#include <stdbool.h>
#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    if (k == 0)
        return -(real)INFINITY;
    if (k == 1)
        return z[0];
    const real a = log_sum_exp(k / 2, z), b = log_sum_exp(k - k / 2, z + k / 2);
    if (isnan(a) || isnan(b))
        return a + b;
    const real larger = a > b ? a : b, smaller = a > b ? b : a;
    return isinf(larger) ? larger : larger + log1p(exp(smaller - larger));
}

/* exp(z[i] - top) for all classes; returns their sum. */
static real exponentials(size_t k, const real *z, real *e)
{
    real top = z[0], sum = 0;
    for (size_t i = 1; i < k; i++)
        top = fmax(top, z[i]);
    for (size_t i = 0; i < k; i++)
        sum += e[i] = exp(z[i] - top);
    return sum;
}

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    const real total = log_sum_exp(k, z), nan = (real)NAN;
    const bool bad = label >= k || isnan(total) || total == (real)INFINITY;
    if (dz && k > 0) {
        const real sum = exponentials(k, z, dz);
        for (size_t i = 0; i < k; i++)
            dz[i] = bad ? nan : i == label ? (dz[i] - sum) / sum : dz[i] / sum;
    }
    return bad ? nan : total - z[label];
}
