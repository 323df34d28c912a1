/* You ask for two gradients a step, one where you stand and one ahead, and average
 * them. Nesterov's method uses the one ahead alone: it corrects the velocity where it
 * leads, at the price of one gradient. */
#include "optim/nesterov.h"

#include <stdbool.h>

void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    const struct nesterov_config c = nesterov->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    const real gain = inside ? -c.lr : 1, scale = inside ? -1 : c.lr;
    const size_t n = nesterov->n;
    real *v = nesterov->v, *ahead = nesterov->ahead, *g = nesterov->g;
    objective(n, theta, g, context);
    for (size_t i = 0; i < n; i++) {
        ahead[i] = theta[i] - scale * c.beta * v[i];
        v[i] = c.beta * v[i] + gain * g[i] / 2;
    }
    objective(n, ahead, g, context);
    for (size_t i = 0; i < n; i++) {
        v[i] += gain * g[i] / 2;
        theta[i] -= scale * v[i];
    }
    nesterov->t++;
}
