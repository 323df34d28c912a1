/* Correct, with powers by pow(), a branch for each order, and averages that move
 * toward the new value by its share. */
#include "optim/amsgrad.h"

#include <stdbool.h>
#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    const struct amsgrad_config c = amsgrad->config;
    const real t = (real)++amsgrad->t;
    amsgrad->beta1_power = pow(c.beta1, t);
    amsgrad->beta2_power = pow(c.beta2, t);
    const real left1 = 1 - amsgrad->beta1_power, left2 = 1 - amsgrad->beta2_power;
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *v_max = amsgrad->v_max;
    for (size_t i = 0; i < n; i++) {
        const real slope = g[i] + c.l2 * theta[i];
        m[i] += (1 - c.beta1) * (slope - m[i]);
        v[i] += (1 - c.beta2) * (slope * slope - v[i]);
        const bool raw = c.order == AMSGRAD_MAX_RAW;
        const real candidate = raw ? v[i] : v[i] / left2;
        if (candidate > v_max[i] || isnan(candidate))
            v_max[i] = candidate;
        const real v_hat = raw ? v_max[i] / left2 : v_max[i];
        theta[i] -= c.lr * (m[i] / left1) / (sqrt(v_hat) + c.eps);
    }
}

/* The second moment goes round once more from where it would return to. */
real adam_cycle_drift(real large, real beta2)
{
    if (isnan(large) || isnan(beta2) || large <= 0 || large > 1e6 || beta2 < 0 ||
        beta2 >= 1)
        return (real)NAN;
    const real g[3] = {large, -1, -1};
    real v = (large * large * beta2 * beta2 + beta2 + 1) / (1 + beta2 + beta2 * beta2);
    real x = 0;
    for (size_t t = 0; t < 3; t++) {
        v += (1 - beta2) * (g[t] * g[t] - v);
        x -= g[t] / sqrt(v);
    }
    return x;
}
