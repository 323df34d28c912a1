/* Correct, with one root of the quotient, and averages that move toward the new value
 * by its share. */
#include "optim/adadelta.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real grad = fma(c.l2, theta[i], g[i]);
        s[i] += (1 - c.rho) * (grad * grad - s[i]);
        const real ratio = (d[i] + c.eps) / (s[i] + c.eps);
        const real delta = sqrt(ratio) * grad;
        d[i] += (1 - c.rho) * (delta * delta - d[i]);
        theta[i] = fma(-c.lr, delta, theta[i]);
    }
    adadelta->t++;
}
