/* You have β and 1 - β the wrong way round: β is the share of the memory, 1 - β that of
 * the gradient, in both lines. */
#include "optim/lion.h"

static inline real sign(real x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

void lion_step(struct lion *lion, real *theta, const real *g)
{
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    real *m = lion->m;
    for (size_t i = 0; i < n; i++) {
        real mix = (1 - c.beta1) * m[i] + c.beta1 * g[i];
        theta[i] -= c.lr * (sign(mix) + c.decay * theta[i]);
        m[i] = (1 - c.beta2) * m[i] + c.beta2 * g[i];
    }
    lion->t++;
}
