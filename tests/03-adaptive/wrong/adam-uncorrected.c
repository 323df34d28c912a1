/* You use both averages as they are stored. They start at 0 and hold only the shares 1
 * - β₁^t and 1 - β₂^t of what they average; with the usual betas the first steps are
 * three times too long. Divide by what is missing. */
#include "optim/adam.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        theta[i] -= c.lr * m[i] / (sqrt(v[i]) + c.eps);
    }
    adam->t++;
}
