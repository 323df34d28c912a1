/* Your new gradient enters the velocity whole. That is form (b), a sum: with β = 0.9 it
 * grows to ten gradients. In form (c) v is an average, so what the past keeps and what
 * the new gradient gets must add up to 1. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + (g[i] + c.l2 * theta[i]);
        theta[i] -= c.lr * v[i];
    }
    momentum->t++;
}
