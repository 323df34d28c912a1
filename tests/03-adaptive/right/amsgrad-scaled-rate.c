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
