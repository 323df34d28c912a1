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

/* With the logarithm to the base 2 of what is left after a step. */
real adadelta_half_time(const struct adadelta_config *config, real g)
{
    if (adadelta_check(config) || isnan(g) || fabs(g) > 1e100)
        return (real)NAN;
    const real kept = (1 - config->rho) / (1 + g / config->eps * g);
    if (config->eps == 0)
        return g == 0 ? (real)NAN : (real)INFINITY;
    return 1 / -(log1p(-kept) * (1 / log((real)2)));
}
