/* ista-clamp.c: the threshold as x minus what lies within [-t, t]. */
#include "optim/ista.h"

#include <math.h>

real soft_threshold(real x, real t)
{
    const double inside = fmin(fmax(x, -t), t);
    if (isnan(x) || isnan(t) || t < 0)
        return NAN;
    return x == inside ? 0 : x - inside;
}

void ista_step(struct ista *ista, real *theta, const real *g)
{
    const struct ista_config config = ista->config;
    for (size_t i = ista->n; i-- > 0;) {
        const double x = theta[i] - g[i] * config.lr;
        const double u = soft_threshold(x, config.l1 * config.lr);
        theta[i] = u / (config.lr * config.l2 + 1);
    }
    ista->t += 1;
}

real ista_residual(const struct ista *ista, const real *theta, const real *g)
{
    double largest = 0;
    for (size_t i = 0; i < ista->n; i++) {
        const double slope = g[i] + ista->config.l2 * theta[i];
        const double low = slope - ista->config.l1, high = slope + ista->config.l1;
        double least = theta[i] > 0 ? high : theta[i] < 0 ? low : 0;
        if (theta[i] == 0 && low > 0)
            least = low;
        if (theta[i] == 0 && high < 0)
            least = high;
        largest = fmax(largest, fabs(least));
    }
    return largest;
}
