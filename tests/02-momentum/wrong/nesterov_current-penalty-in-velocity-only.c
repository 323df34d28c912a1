/* Your penalty reaches the velocity, but not the gradient step beside it. The new
 * gradient counts twice in this method, once in v and once directly, and the slope of
 * the penalty is part of it both times. */
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
        v[i] = c.beta * v[i] + gain * (g[i] + c.l2 * theta[i]);
        theta[i] -= scale * (gain * g[i] + c.beta * v[i]);
    }
    nesterov->t++;
}
