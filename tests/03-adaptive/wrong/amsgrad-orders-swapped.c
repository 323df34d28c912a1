/* You have the two orders the wrong way round. AMSGRAD_MAX_RAW takes the maximum first
 * and corrects it then; AMSGRAD_MAX_CORRECTED corrects first. */
#include "optim/amsgrad.h"

#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    amsgrad->power1 *= c.beta1;
    amsgrad->power2 *= c.beta2;
    const real correction = 1 / (1 - amsgrad->power2);
    const real inner = c.order == AMSGRAD_MAX_RAW ? correction : 1;
    const real outer = c.order == AMSGRAD_MAX_RAW ? 1 : correction;
    const real rate = c.lr / (1 - amsgrad->power1);
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *top = amsgrad->top;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        top[i] = v[i] * inner <= top[i] ? top[i] : v[i] * inner;
        theta[i] -= rate * m[i] / (sqrt(top[i] * outer) + c.eps);
    }
    amsgrad->t++;
}
