/* Correct, with the correction of the root in the learning rate, as in Adam; what is
 * left of it multiplies ε. */
#include "optim/amsgrad.h"

#include <stdbool.h>
#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    amsgrad->beta1_power *= c.beta1;
    amsgrad->beta2_power *= c.beta2;
    const real left2 = 1 - amsgrad->beta2_power;
    const bool raw = c.order == AMSGRAD_MAX_RAW;
    const real root = raw ? sqrt(left2) : 1, share = raw ? 1 : left2;
    const real rate = c.lr * root / (1 - amsgrad->beta1_power), eps = c.eps * root;
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *v_max = amsgrad->v_max;
    for (size_t i = 0; i < n; i++) {
        const real slope = fma(c.l2, theta[i], g[i]);
        m[i] = fma(c.beta1, m[i], (1 - c.beta1) * slope);
        v[i] = fma(c.beta2, v[i], (1 - c.beta2) * (slope * slope));
        const real now = v[i] / share;
        v_max[i] = v_max[i] >= now ? v_max[i] : now;
        theta[i] -= m[i] * (rate / (sqrt(v_max[i]) + eps));
    }
    amsgrad->t++;
}

/* A gradient over the root of a mean of squares, of the newest one, the one before, and
 * the one before that. */
static real quotient(real share, real g, real before, real earlier)
{
    const real mean = g * g + share * (before * before + share * earlier * earlier);
    return g * sqrt((1 + share * (1 + share)) / mean);
}

real adam_cycle_drift(real large, real beta2)
{
    const bool valid = large > 0 && large <= 1e6 && beta2 >= 0 && beta2 < 1;
    return valid ? -quotient(beta2, large, -1, -1) - quotient(beta2, -1, large, -1) -
                       quotient(beta2, -1, -1, large)
                 : (real)NAN;
}
