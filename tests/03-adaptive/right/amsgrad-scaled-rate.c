/* Correct, with the correction of the root in the learning rate, as in Adam; what is
 * left of it multiplies ε. */
#include "optim/amsgrad.h"

#include <stdbool.h>
#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    amsgrad->power1 *= c.beta1;
    amsgrad->power2 *= c.beta2;
    const real left2 = 1 - amsgrad->power2;
    const bool raw = c.order == AMSGRAD_MAX_RAW;
    const real root = raw ? sqrt(left2) : 1, share = raw ? 1 : left2;
    const real rate = c.lr * root / (1 - amsgrad->power1), eps = c.eps * root;
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *top = amsgrad->top;
    for (size_t i = 0; i < n; i++) {
        const real slope = fma(c.l2, theta[i], g[i]);
        m[i] = fma(c.beta1, m[i], (1 - c.beta1) * slope);
        v[i] = fma(c.beta2, v[i], (1 - c.beta2) * (slope * slope));
        const real now = v[i] / share;
        top[i] = top[i] >= now ? top[i] : now;
        theta[i] -= m[i] * (rate / (sqrt(top[i]) + eps));
    }
    amsgrad->t++;
}
