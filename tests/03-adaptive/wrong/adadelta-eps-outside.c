/* Your ε stands beside the roots; here both stand inside. An ε under a root is
 * compared with squares, one beside it with the numbers themselves: the first step
 * would be about ε and not √ε, a thousand times shorter at the default. */
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
        real delta = (sqrt(d[i]) + c.eps) / (sqrt(s[i]) + c.eps) * pull;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
