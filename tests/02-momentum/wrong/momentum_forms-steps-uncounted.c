/* Your step does not count itself. The struct has a field for the number of steps
 * taken. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + (1 - c.beta) * (g[i] + c.l2 * theta[i]);
        theta[i] -= c.lr * v[i];
    }
}
