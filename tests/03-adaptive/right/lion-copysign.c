/* Correct, with copysign() for the sign where there is one, the factor 1 - ηλ, and
 * averages that move toward the gradient. */
#include "optim/lion.h"

#include <tgmath.h>

static real step(real lr, real direction)
{
    if (direction == 0 || isnan(direction))
        return direction;
    return copysign(lr, direction);
}

void lion_step(struct lion *lion, real *theta, const real *g)
{
    const struct lion_config c = lion->config;
    const size_t n = lion->n;
    const real shrink = 1 - c.lr * c.decay;
    real *m = lion->m;
    for (size_t i = 0; i < n; i++) {
        const real direction = m[i] + (1 - c.beta1) * (g[i] - m[i]);
        m[i] += (1 - c.beta2) * (g[i] - m[i]);
        theta[i] = shrink * theta[i] - step(c.lr, direction);
    }
    lion->t++;
}
