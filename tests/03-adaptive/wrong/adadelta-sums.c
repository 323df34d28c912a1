/* You add up squares as AdaGrad does. AdaDelta was made to get rid of that sum, which
 * only grows: both of its accumulators are averages, and the past fades in them. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real pull = g[i] + c.l2 * theta[i];
        s[i] += pull * pull;
        real delta = sqrt(d[i] + c.eps) / sqrt(s[i] + c.eps) * pull;
        d[i] += delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
}
