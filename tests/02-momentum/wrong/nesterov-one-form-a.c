/* You walk in form (a) whatever the form says. While the learning rate is constant the
 * parameters do not show it, but v of form (b) is a sum of gradients; the two forms part
 * when the learning rate changes. */
#include "optim/nesterov.h"

void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    const struct nesterov_config c = nesterov->config;
    const real gain = -c.lr, scale = -1;
    const size_t n = nesterov->n;
    real *v = nesterov->v, *ahead = nesterov->ahead, *g = nesterov->g;
    for (size_t i = 0; i < n; i++)
        ahead[i] = theta[i] - scale * c.beta * v[i];
    objective(n, ahead, g, context);
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + gain * g[i];
        theta[i] -= scale * v[i];
    }
    nesterov->t++;
}
