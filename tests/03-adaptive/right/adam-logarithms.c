/* Correct, with the corrections from expm1(), which loses no digits for β near 1, and
 * an average at a time. */
#include "optim/adam.h"

#include <tgmath.h>

void adam_step(struct adam *adam, real *theta, const real *g)
{
    const struct adam_config c = adam->config;
    const real t = (real)++adam->t;
    const real left1 = c.beta1 > 0 ? -expm1(t * log(c.beta1)) : 1;
    const real left2 = c.beta2 > 0 ? -expm1(t * log(c.beta2)) : 1;
    adam->beta1_power = 1 - left1;
    adam->beta2_power = 1 - left2;
    const real scale = 1 / sqrt(left2);
    const real eps = c.eps_place == ADAM_EPS_AFTER ? c.eps : c.eps * scale;
    for (size_t i = 0; i < adam->n; i++) {
        const real slope = fma(c.l2, theta[i], g[i]);
        adam->m[i] = fma(c.beta1, adam->m[i], (1 - c.beta1) * slope);
        adam->v[i] = fma(c.beta2, adam->v[i], (1 - c.beta2) * (slope * slope));
    }
    for (size_t i = 0; i < adam->n; i++) {
        const real denominator = sqrt(adam->v[i]) * scale + eps;
        theta[i] -= c.lr * (adam->m[i] / left1 / denominator);
    }
}
