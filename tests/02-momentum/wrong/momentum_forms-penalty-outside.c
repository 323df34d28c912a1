/* Your penalty goes straight into the parameters and past the velocity. That is weight
 * decay, and a later chapter is about the difference; here λθ is part of the gradient
 * and has to go through v with it. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + (1 - c.beta) * g[i];
        theta[i] -= c.lr * (v[i] + c.l2 * theta[i]);
    }
    momentum->t++;
}
