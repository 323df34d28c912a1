/* Your point ahead in form (b) is θ - βv. There v is a sum of gradients, not a step:
 * before it can be added to θ it must become a length. With η = 0.01 you look a hundred
 * times too far. The formula θ + βv belongs to form (a); lecture notes that carried it
 * over have made the same mistake. */
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
        ahead[i] = theta[i] + (inside ? c.beta * v[i] : -c.beta * v[i]);
    objective(n, ahead, g, context);
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + gain * g[i];
        theta[i] -= scale * v[i];
    }
    nesterov->t++;
}
