/* You walk in form (b) whatever the form says. While the learning rate is constant the
 * parameters do not show it, but v of form (a) is a step, and it keeps the learning
 * rates with which it was made: the two forms part when the learning rate changes. */
#include "optim/nesterov_current.h"

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    const struct nesterov_current_config c = nesterov->config;
    const size_t n = nesterov->n;
    real *v = nesterov->v;
    for (size_t i = 0; i < n; i++) {
        real slope = g[i] + c.l2 * theta[i];
        v[i] = c.beta * v[i] + slope;
        theta[i] -= c.lr * (slope + c.beta * v[i]);
    }
    nesterov->t++;
}
