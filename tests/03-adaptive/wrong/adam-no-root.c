/* You divide by the mean square, without the root. m / √v has no unit and is near ±1
 * for steady gradients; m / v has that of one over a gradient, and explodes where
 * gradients are small. */
#include "optim/adam.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    adam->power1 *= c.beta1;
    adam->power2 *= c.beta2;
    const real rest = 1 - adam->power2;
    const real rate = c.lr * rest / (1 - adam->power1);
    const real eps = c.eps_place == ADAM_EPS_AFTER ? c.eps * rest : c.eps;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        theta[i] -= rate * m[i] / (v[i] + eps);
    }
    adam->t++;
}
