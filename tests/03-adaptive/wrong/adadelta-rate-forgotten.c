/* You never use the learning rate. At its default of 1 nobody sees it; whoever sets it
 * to a half wants steps half as long. */
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
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= delta;
    }
    adadelta->t++;
}
