/* You correct the start at 0. Under a sign a factor changes nothing; outside of it, it
 * makes the step longer than lr. Lion needs no correction. */
#include "optim/lion.h"

#include <tgmath.h>

static inline real sign(real x)
{
    return x > 0 ? 1 : x < 0 ? -1 : x;
}

void lion_step(struct lion *lion, real *theta, const real *g)
{
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    real *m = lion->m;
    const real left = 1 - pow(c.beta1, (real)(lion->t + 1));
    for (size_t i = 0; i < n; i++) {
        real mix = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        theta[i] -= c.lr * (sign(mix) / left + c.decay * theta[i]);
        m[i] = c.beta2 * m[i] + (1 - c.beta2) * g[i];
    }
    lion->t++;
}
