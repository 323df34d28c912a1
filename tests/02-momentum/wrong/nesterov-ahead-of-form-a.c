/* In form (b) you look ahead by θ + βv, which is the formula of form (a). There v is a
 * step. In form (b) it is a sum of gradients, which point uphill: it has to become a
 * length, and change its sign. */
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
    for (size_t i = 0; i < n; i++)
        ahead[i] = theta[i] + c.beta * v[i];
    objective(n, ahead, g, context);
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + gain * g[i];
        theta[i] -= scale * v[i];
    }
    nesterov->t++;
}
