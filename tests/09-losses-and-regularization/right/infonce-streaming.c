/* infonce-streaming.c: one pass for the maximum and the sum, which is rescaled whenever a
 * larger similarity comes. */
#include "optim/infonce.h"

#include <math.h>

static double fill(size_t n, real *ds, double value)
{
    for (size_t i = 0; ds && i < n * n; i++)
        ds[i] = value;
    return value;
}

real infonce(size_t n, const real *s, const size_t *positive, real tau, real *ds)
{
    double mean = 0;
    if (n < 2 || !(tau > 0) || tau > 1e308)
        return fill(n, ds, NAN);
    for (size_t i = 0; i < n; i++) {
        double top = -INFINITY, sum = 0;
        if (positive[i] == i || positive[i] >= n)
            return fill(n, ds, NAN);
        for (size_t k = 0; k < n; k++) {
            const double z = s[i * n + k] / tau;
            if (k == i)
                continue;
            if (!isfinite(s[i * n + k]))
                return fill(n, ds, NAN);
            sum = z > top ? sum * exp(top - z) + 1 : sum + exp(z - top);
            top = fmax(top, z);
        }
        const double lse = top + log(sum);
        mean += (lse - s[i * n + positive[i]] / tau) / (double)n;
        for (size_t k = 0; ds && k < n; k++)
            ds[i * n + k] = k == i ? 0 : exp(s[i * n + k] / tau - lse) / tau / (double)n;
        if (ds)
            ds[i * n + positive[i]] -= 1 / tau / (double)n;
    }
    return mean;
}
