/* Correct, as the paper writes it: powers by pow(), and both averages corrected one by
 * one. */
#include "optim/adam.h"

#include <stdbool.h>
#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    const real t = (real)++adam->t;
    adam->beta1_power = pow(c.beta1, t);
    adam->beta2_power = pow(c.beta2, t);
    const real left1 = 1 - adam->beta1_power, left2 = 1 - adam->beta2_power;
    const size_t n = adam->n;
    real *m = adam->m, *v = adam->v;
    for (size_t i = 0; i < n; i++) {
        const real slope = g[i] + c.l2 * theta[i];
        m[i] += (1 - c.beta1) * (slope - m[i]);
        v[i] += (1 - c.beta2) * (slope * slope - v[i]);
        const real m_hat = m[i] / left1, v_hat = v[i] / left2;
        const bool after = c.eps_place == ADAM_EPS_AFTER;
        theta[i] -= c.lr * m_hat / (sqrt(v_hat) + (after ? c.eps : c.eps / sqrt(left2)));
    }
}
