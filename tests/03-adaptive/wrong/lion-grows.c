/* Your parameters grow instead of decaying. Decay pulls toward 0: like the step it is
 * taken off. */
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
        real mix = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        theta[i] -= c.lr * (sign(mix) - c.decay * theta[i]);
        m[i] = c.beta2 * m[i] + (1 - c.beta2) * g[i];
    }
    lion->t++;
}
