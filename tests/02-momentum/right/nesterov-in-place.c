/* Correct: the parameters go to the point ahead themselves, and from there down the
 * gradient. */
#include "optim/nesterov.h"

#include <stdbool.h>

void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    const struct nesterov_config c = nesterov->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    real *v = nesterov->v, *g = nesterov->g;
    for (size_t i = 0; i < nesterov->n; i++) {
        v[i] *= c.beta;
        theta[i] += inside ? v[i] : -c.lr * v[i];
    }
    objective(nesterov->n, theta, g, context);
    for (size_t i = 0; i < nesterov->n; i++) {
        v[i] += inside ? -c.lr * g[i] : g[i];
        theta[i] -= c.lr * g[i];
    }
    nesterov->t++;
}
