/* Your step does not know the penalty. Where l2 is not 0 the cost has the additional
 * gradient λθ, and everything that is done with the gradient is done with the sum. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        const real pull = g[i];
        s[i] = c.rho * s[i] + (1 - c.rho) * pull * pull;
        real delta = sqrt(d[i] + c.eps) / sqrt(s[i] + c.eps) * pull;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
