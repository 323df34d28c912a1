/* You have ρ and 1 - ρ the wrong way round: ρ is the share of the past in both
 * averages. Yours forget nearly everything at each step. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        s[i] = (1 - c.rho) * s[i] + c.rho * pull * pull;
        real delta = sqrt(d[i] + c.eps) / sqrt(s[i] + c.eps) * pull;
        d[i] = (1 - c.rho) * d[i] + c.rho * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
