/* Correct, with the root mean square as a function of its own, and d renewed last. */
#include "optim/adadelta.h"

#include <stdbool.h>
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

/* log(1 - x) by way of atanh: -2 atanh(x / (2 - x)). */
real adadelta_half_time(const struct adadelta_config *config, real g)
{
    const bool valid = adadelta_check(config) == NULL && g >= -1e100 && g <= 1e100;
    if (!valid)
        return (real)NAN;
    const real x = config->eps * (1 - config->rho) / (config->eps + g * g);
    return log((real)2) / (2 * atanh(x / (2 - x)));
}
