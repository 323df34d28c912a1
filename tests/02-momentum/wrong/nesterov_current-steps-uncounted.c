/* Your step does not count itself. The struct has a field for the number of steps
 * taken. */
#include "optim/nesterov_current.h"

#include <stdbool.h>

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    const struct nesterov_current_config c = nesterov->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    const real gain = inside ? -c.lr : 1, scale = inside ? -1 : c.lr;
    const size_t n = nesterov->n;
    real *v = nesterov->v;
    for (size_t i = 0; i < n; i++) {
        real push = gain * (g[i] + c.l2 * theta[i]);
        v[i] = c.beta * v[i] + push;
        theta[i] -= scale * (push + c.beta * v[i]);
    }
}
