/* You have the two places of ε the wrong way round. After the correction means beside
 * √v̂, before it means beside √v. */
#include "optim/adam.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    adam->power1 *= c.beta1;
    adam->power2 *= c.beta2;
    const real root = sqrt(1 - adam->power2);
    const real rate = c.lr * root / (1 - adam->power1);
    const real eps = c.eps_place == ADAM_EPS_BEFORE ? c.eps * root : c.eps;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps);
    }
    adam->t++;
}
