/* You divide the average by 1 - β^t, as Adam does. Form (c) does not: it starts at v = 0,
 * and its first step goes 1 - β of a gradient step, which is what makes it walk like the
 * other forms. */
#include "optim/momentum_forms.h"

#include <math.h>

void momentum_average_step(struct momentum_average *momentum, real *theta, const real *g)
{
    const struct momentum_average_config c = momentum->config;
    const size_t n = momentum->n;
    real *v = momentum->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + (1 - c.beta) * (g[i] + c.l2 * theta[i]);
        theta[i] -= c.lr * v[i] / (1 - pow(c.beta, (real)momentum->t + 1));
    }
    momentum->t++;
}
