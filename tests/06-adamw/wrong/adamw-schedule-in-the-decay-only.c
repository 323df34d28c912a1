/* Your schedule acts on the decay only. s multiplies the whole step: what the gradient
 * does, and what the decay does. */
#include "optim/adamw.h"

#include <stdbool.h>
#include <tgmath.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    const struct adamw_config c = adamw->config;
    adamw->power1 *= c.beta1;
    adamw->power2 *= c.beta2;
    const real lr = c.lr, root = sqrt(1 - adamw->power2);
    const real rate = lr * root / (1 - adamw->power1), eps = c.eps * root;
    const bool alone = c.decoupling == DECAY_ALONE;
    const real shrink = adamw->schedule * (alone ? 1 : lr) * c.decay;
    const size_t n = adamw->n;
    real *m = adamw->m, *v = adamw->v;
    for (size_t i = 0; i < n; i++) {
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * g[i] * g[i];
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps) + shrink * theta[i];
    }
    adamw->t++;
}
