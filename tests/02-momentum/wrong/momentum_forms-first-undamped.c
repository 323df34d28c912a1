/* You take in the first gradient whole and damp only those after it. PyTorch's
 * dampening does that: its velocity starts at the first gradient. Form (c) starts at
 * v = 0, so that the first step goes 1 - β of a gradient step, as in all three forms
 * once the rates are converted. */
#include "optim/momentum_forms.h"

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const real share = momentum->t == 0 ? 1 : 1 - c.beta;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + share * (g[i] + c.l2 * theta[i]);
        theta[i] -= c.lr * v[i];
    }
    momentum->t++;
}
