/* You move θ by one gradient and β times the new velocity. That is the step of the
 * method's other form, whose parameters are the points ahead. Here the gradient from
 * ahead goes into v, and v alone moves θ. */
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
        v[i] = c.beta * v[i] + gain * g[i];
        theta[i] -= scale * (gain * g[i] + c.beta * v[i]);
    }
    nesterov->t++;
}
