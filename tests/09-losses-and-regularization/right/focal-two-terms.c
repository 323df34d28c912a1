/* focal-two-terms.c: the product rule term by term, and weights in two loops. */
#include "optim/focal.h"

#include <math.h>
#include <stdbool.h>

static double refuse(size_t k, real *dz)
{
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = NAN;
    return NAN;
}

real focal_loss(size_t k, const real *z, size_t c, real gamma, const real *alpha,
                real *dz)
{
    if (c >= k || !(gamma >= 0) || isinf(gamma))
        return refuse(k, dz);
    double a = alpha ? alpha[c] : 1, top = z[c];
    bool good = a >= 0 && a < INFINITY;
    for (size_t i = 0; i < k; i++) {
        good &= !isnan(z[i]) && !isinf(z[i]);
        top = fmax(top, z[i]);
    }
    if (!good)
        return refuse(k, dz);
    double rest = 0, own = exp(z[c] - top);
    for (size_t i = 0; i < k; i++)
        rest += i != c ? exp(z[i] - top) : 0;
    double all = rest + own, p = own / all, q = rest / all;
    double minus_log = p > 0.9 ? -log1p(-q) : top - z[c] + log(all);
    for (size_t i = 0; dz && i < k; i++) {
        double share = i == c ? -q : exp(z[i] - top) / all;
        double first = pow(q, gamma) * share;
        double power = gamma == 0 || q == 0 ? 0 : gamma * pow(q, gamma) / q;
        dz[i] = a * first + a * power * minus_log * p * share;
    }
    return a * pow(q, gamma) * minus_log;
}

void balanced_weights(size_t k, const size_t *count, real *alpha)
{
    size_t n = 0, m = 0;
    for (size_t i = 0; i < k; i++)
        n += count[i];
    for (size_t i = 0; i < k; i++)
        m += count[i] != 0;
    for (size_t i = 0; i < k; i++)
        alpha[i] = count[i] ? (real)n / (real)m / (real)count[i] : 0;
}
