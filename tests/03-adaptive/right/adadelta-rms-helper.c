/* Correct, with the root mean square as a function of its own, and d renewed last. */
#include "optim/adadelta.h"

#include <tgmath.h>

static real rms(real mean_square, real eps)
{
    return sqrt(mean_square + eps);
}

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        const real slope = c.l2 * theta[i] + g[i], fresh = 1 - c.rho;
        s[i] = fresh * (slope * slope) + s[i] * c.rho;
        const real before = rms(d[i], c.eps), delta = before * (slope / rms(s[i], c.eps));
        theta[i] -= delta * c.lr;
        d[i] = fresh * (delta * delta) + d[i] * c.rho;
    }
    adadelta->t++;
}
