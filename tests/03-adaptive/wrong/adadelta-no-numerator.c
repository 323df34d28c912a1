/* Your step has nothing above the root of s: that is RMSProp, and its unit is the
 * learning rate's, not the parameters'. The length of AdaDelta's steps comes from the
 * steps before. */
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
        real delta = pull / sqrt(s[i] + c.eps);
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
