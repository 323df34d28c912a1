/* You add the decay to the gradient, as a penalty would be: it goes into the memory
 * and through the sign. Lion's decay is decoupled and acts on the parameters alone. */
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
        real pull = g[i] + c.decay * theta[i];
        real mix = c.beta1 * m[i] + (1 - c.beta1) * pull;
        theta[i] -= c.lr * sign(mix);
        m[i] = c.beta2 * m[i] + (1 - c.beta2) * pull;
    }
    lion->t++;
}
