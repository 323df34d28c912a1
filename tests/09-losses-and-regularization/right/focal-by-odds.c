/* focal-by-odds.c: everything from the odds of the other classes, r = Σ e^(z_i - z_c). */
#include "optim/focal.h"

#include <math.h>

/* log Σ e^(z_i - z_c) over the others. */
static double log_odds(size_t k, const real *z, size_t c)
{
    double top = -INFINITY, sum = 0;
    for (size_t i = 0; i < k; i++)
        if (i != c)
            top = fmax(top, z[i] - z[c]);
    for (size_t i = 0; i < k; i++)
        if (i != c)
            sum += exp(z[i] - z[c] - top);
    return k > 1 ? top + log(sum) : -INFINITY;
}

static double soft(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

real focal_loss(size_t k, const real *z, size_t c, real gamma, const real *alpha,
                real *dz)
{
    double bad = c < k && gamma >= 0 && gamma < INFINITY ? 0 : 1;
    double a = c < k && alpha ? alpha[c] : 1;
    for (size_t i = 0; i < k; i++)
        bad += isfinite(z[i]) ? 0 : 1;
    if (bad > 0 || !(a >= 0) || isinf(a)) {
        for (size_t i = 0; dz && i < k; i++)
            dz[i] = NAN;
        return NAN;
    }
    double odds = log_odds(k, z, c), p = exp(-soft(odds)), q = exp(-soft(-odds));
    double loss = soft(odds), damp = gamma == 0 ? 1 : exp(-gamma * soft(-odds));
    double ratio = q > 0 ? loss / q : 1;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = a * damp * (1 + gamma * p * ratio) *
                (i == c ? -q : exp(z[i] - z[c] - soft(odds)));
    return a * damp * loss;
}
