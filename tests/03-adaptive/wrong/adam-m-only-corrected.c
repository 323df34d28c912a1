/* You correct m and leave v as it is. v starts at 0 too, and with β₂ = 0.999 it is a
 * thousandth of what it should be in the first step. */
#include "optim/adam.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    adam->power1 *= c.beta1;
    adam->power2 *= c.beta2;
    const real rate = c.lr / (1 - adam->power1);
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        theta[i] -= rate * m[i] / (sqrt(v[i]) + c.eps);
    }
    adam->t++;
}
