/* Your penalty pulls at the parameters, but neither average knows of it. A penalty is a
 * part of the cost: its gradient goes wherever the gradient goes, through both
 * averages. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i];
        s[i] = c.rho * s[i] + (1 - c.rho) * pull * pull;
        real delta = sqrt((d[i] + c.eps) / (s[i] + c.eps)) * pull;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * (delta + c.l2 * theta[i]);
    }
    adadelta->t++;
}
