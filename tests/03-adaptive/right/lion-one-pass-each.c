/* Correct, in three passes over the arrays: decay, direction, memory. The sign is a
 * quotient. */
#include "optim/lion.h"

#include <tgmath.h>

void lion_step(struct lion *lion, real *theta, const real *g)
{
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    real *m = lion->m;
    for (size_t i = 0; i < n; i++) {
        theta[i] -= c.lr * c.decay * theta[i];
    }
    for (size_t i = 0; i < n; i++) {
        const real mix = fma(c.beta1, m[i], (1 - c.beta1) * g[i]);
        theta[i] -= mix == 0 ? 0 : c.lr * (mix / fabs(mix));
    }
    for (size_t i = 0; i < n; i++)
        m[i] = fma(c.beta2, m[i], (1 - c.beta2) * g[i]);
    lion->t++;
}
