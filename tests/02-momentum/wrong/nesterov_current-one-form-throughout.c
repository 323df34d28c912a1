/* You are in form (b) whatever the form says, in the step and on the way back. In form
 * (a) v is a step: it keeps the learning rates with which it was made, and it is added to
 * the parameters. */
#include "optim/nesterov_current.h"

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    const struct nesterov_current_config c = nesterov->config;
    const real gain = 1, scale = c.lr;
    const size_t n = nesterov->n;
    real *v = nesterov->v;
    for (size_t i = 0; i < n; i++) {
        real push = gain * (g[i] + c.l2 * theta[i]);
        v[i] = c.beta * v[i] + push;
        theta[i] -= scale * (push + c.beta * v[i]);
    }
    nesterov->t++;
}

void nesterov_current_behind(const struct nesterov_current *nesterov, const real *theta,
                             real *behind)
{
    const struct nesterov_current_config c = nesterov->config;
    const real scale = c.lr;
    for (size_t i = 0; i < nesterov->n; i++)
        behind[i] = theta[i] + scale * c.beta * nesterov->v[i];
}
