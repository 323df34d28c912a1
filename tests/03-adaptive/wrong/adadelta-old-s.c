/* You divide by the s of the step before. The new gradient must be in the average by
 * which it is divided: otherwise the first one is divided by √ε, and every sudden one
 * by too little. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        real delta = sqrt(d[i] + c.eps) / sqrt(s[i] + c.eps) * pull;
        s[i] = c.rho * s[i] + (1 - c.rho) * pull * pull;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
