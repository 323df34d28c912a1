/* Correct: each form spelled out, from the last parameter to the first, with fused
 * operations. */
#include "optim/nesterov.h"

#include <math.h>

static void inside(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    const struct nesterov_config c = nesterov->config;
    real *v = nesterov->v;
    for (size_t i = nesterov->n; i-- > 0;)
        nesterov->ahead[i] = fma(c.beta, v[i], theta[i]);
    objective(nesterov->n, nesterov->ahead, nesterov->g, context);
    for (size_t i = nesterov->n; i-- > 0;) {
        v[i] = fma(c.beta, v[i], -c.lr * nesterov->g[i]);
        theta[i] += v[i];
    }
}

static void outside(struct nesterov *nesterov, real *theta, objective_fn *objective,
                    void *context)
{
    const struct nesterov_config c = nesterov->config;
    real *v = nesterov->v;
    for (size_t i = nesterov->n; i-- > 0;)
        nesterov->ahead[i] = fma(-c.beta * v[i], c.lr, theta[i]);
    objective(nesterov->n, nesterov->ahead, nesterov->g, context);
    for (size_t i = nesterov->n; i-- > 0;) {
        v[i] = fma(c.beta, v[i], nesterov->g[i]);
        theta[i] = fma(-c.lr, v[i], theta[i]);
    }
}

void nesterov_step(struct nesterov *nesterov, real *theta, objective_fn *objective,
                   void *context)
{
    if (nesterov->config.form == MOMENTUM_LR_INSIDE)
        inside(nesterov, theta, objective, context);
    else
        outside(nesterov, theta, objective, context);
    nesterov->t++;
}
