/* You take the maximum of the corrected average, whatever the setting says. The
 * default takes it of the raw one and corrects it then, so that early gradients,
 * whose correction is large, do not rule for ever. */
#include "optim/amsgrad.h"

#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    amsgrad->power1 *= c.beta1;
    amsgrad->power2 *= c.beta2;
    const real correction = 1 / (1 - amsgrad->power2);
    const real inner = correction, outer = 1;
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
