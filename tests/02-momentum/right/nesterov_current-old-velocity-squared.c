/* Correct: in terms of the old velocity, φ + β²v - (1 + β)ηg in form (a), with fused
 * operations. */
#include "optim/nesterov_current.h"

#include <math.h>
#include <stdbool.h>

void nesterov_current_step(struct nesterov_current *nesterov, real *theta, const real *g)
{
    const struct nesterov_current_config c = nesterov->config;
    const bool inside = c.form == MOMENTUM_LR_INSIDE;
    const real kept = c.beta * c.beta * (inside ? 1 : -c.lr);
    real *v = nesterov->v;
    for (size_t i = 0; i < nesterov->n; i++) {
        real slope = fma(c.l2, theta[i], g[i]);
        theta[i] = fma(kept, v[i], theta[i]) - (1 + c.beta) * (c.lr * slope);
        v[i] = fma(c.beta, v[i], inside ? -c.lr * slope : slope);
    }
    nesterov->t++;
}
