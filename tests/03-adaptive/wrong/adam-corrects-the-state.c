/* You store the corrected averages, and the next step starts from them and corrects
 * them again. Keep m and v raw, and correct a copy when you use it. */
#include "optim/adam.h"

#include <stdbool.h>
#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    adam->power1 *= c.beta1;
    adam->power2 *= c.beta2;
    const bool after = c.eps_place == ADAM_EPS_AFTER;
    const real root = sqrt(1 - adam->power2), eps = after ? c.eps : c.eps / root;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * pull;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * pull * pull;
        m[i] /= 1 - adam->power1;
        v[i] /= 1 - adam->power2;
        theta[i] -= c.lr * m[i] / (sqrt(v[i]) + eps);
    }
    adam->t++;
}
