/* You have β and 1 - β the wrong way round: β is the share of the past that stays, and
 * the new gradient gets the rest. With β near 1 your average follows every gradient and
 * has no momentum at all. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = (1 - c.beta) * v[i] + c.beta * (g[i] + c.l2 * theta[i]);
        theta[i] -= c.lr * v[i];
    }
    momentum->t++;
}
