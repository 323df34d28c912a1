/* Your corrections are one step ahead: the first step is corrected with t = 2, as if
 * each average had two gradients in it. */
#include "optim/adamw.h"

#include <stdbool.h>
#include <tgmath.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    const struct adamw_config c = adamw->config;
    adamw->power1 *= c.beta1;
    adamw->power2 *= c.beta2;
    const real next1 = adamw->power1 * c.beta1, next2 = adamw->power2 * c.beta2;
    const real lr = adamw->schedule * c.lr, root = sqrt(1 - next2);
    const real rate = lr * root / (1 - next1), eps = c.eps * root;
    const bool alone = c.decoupling == DECAY_ALONE;
    const real shrink = (alone ? adamw->schedule : lr) * c.decay;
    const size_t n = adamw->n;
    real *m = adamw->m, *v = adamw->v;
    for (size_t i = 0; i < n; i++) {
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * g[i] * g[i];
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps) + shrink * theta[i];
    }
    adamw->t++;
}
