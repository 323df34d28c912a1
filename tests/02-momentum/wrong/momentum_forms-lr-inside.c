/* You put the learning rate into the velocity. As long as it is constant nobody sees
 * that in the parameters; but when it changes, what v has gathered still carries the
 * old one. In form (c) v holds gradients, and the learning rate of this step multiplies
 * all of it. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + c.lr * (1 - c.beta) * (g[i] + c.l2 * theta[i]);
        theta[i] -= v[i];
    }
    momentum->t++;
}
