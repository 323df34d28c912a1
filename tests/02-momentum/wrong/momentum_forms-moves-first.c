/* You move before the velocity has taken in the new gradient: every step is made with
 * the velocity of the step before, and the first step does not move at all. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        real push = g[i] + c.l2 * theta[i];
        theta[i] -= c.lr * v[i];
        v[i] = c.beta * v[i] + (1 - c.beta) * push;
    }
    momentum->t++;
}
