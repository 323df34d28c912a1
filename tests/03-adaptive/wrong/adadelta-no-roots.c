/* You divide a mean square by a mean square and take no root. The root of d is a
 * length, and the root of s has the unit of the gradient, so that it cancels; the
 * squares are neither. */
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
        real delta = (d[i] + c.eps) / (s[i] + c.eps) * pull;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
