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

/* By doubling: the sum over 2n terms is (1 + q^n) times that over n. */
static real doubled_sum(real q, size_t t)
{
    real sum = 0, power = 1;
    for (size_t bit = (size_t)1 << 63; bit; bit >>= 1) {
        sum += power * sum;
        power *= power;
        if (t & bit) {
            sum = 1 + q * sum;
            power *= q;
        }
    }
    return sum;
}

real adam_longest_step(real beta1, real beta2, size_t t)
{
    if (!(beta1 >= 0 && beta1 < 1 && beta2 > 0 && beta2 < 1) || t == 0)
        return (real)NAN;
    const real late = doubled_sum(beta1 / beta2 * beta1, t);
    return sqrt(late) * sqrt(doubled_sum(beta2, t)) / doubled_sum(beta1, t);
}

void adam_longest_gradients(real beta1, real beta2, size_t t, real *g)
{
    real last = 1;
    while (t > 0) {
        g[--t] = last;
        last = last / beta2 * beta1;
    }
}
