/* Your d stays what it is at the start. It should learn from each step, or else the
 * numerator is always √ε and the steps never find their length. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        s[i] = c.rho * s[i] + (1 - c.rho) * pull * pull;
        real delta = sqrt((d[i] + c.eps) / (s[i] + c.eps)) * pull;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
