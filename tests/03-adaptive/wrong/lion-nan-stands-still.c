/* Your sign makes 0 of NaN, since both of its comparisons are false. The parameter
 * then stands still as if its gradient were 0, and nobody learns that the run is
 * broken; the contract wants NaN. */
#include "optim/lion.h"

static inline real sign(real x)
{
    return (real)((x > 0) - (x < 0));
}

void lion_step(struct lion *lion, real *theta, const real *g)
{
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    real *m = lion->m;
    for (size_t i = 0; i < n; i++) {
        real mix = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        theta[i] -= c.lr * (sign(mix) + c.decay * theta[i]);
        m[i] = c.beta2 * m[i] + (1 - c.beta2) * g[i];
    }
    lion->t++;
}
