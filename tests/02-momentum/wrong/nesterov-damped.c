/* You damp the new gradient by 1 - β. That is form (c); in the forms (a) and (b) the
 * gradient enters the velocity whole, and your steps are too short by that factor. */
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
        ahead[i] = theta[i] - scale * c.beta * v[i];
    objective(n, ahead, g, context);
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + (1 - c.beta) * gain * g[i];
        theta[i] -= scale * v[i];
    }
    nesterov->t++;
}
