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

/* The sums, each by its formula; terms that do not change are counted. */
static real sum_of_powers(real q, real t)
{
    const real distance = log(q);
    if (distance == 0)
        return t;
    return (1 - exp(t * distance)) / (1 - q);
}

real adam_longest_step(real beta1, real beta2, size_t t)
{
    const bool valid = beta1 >= 0 && beta1 < 1 && beta2 > 0 && beta2 < 1 && t > 0;
    if (!valid)
        return (real)NAN;
    const real n = (real)t, share1 = 1 / sum_of_powers(beta1, n);
    const real share2 = -expm1(log(beta2)) / -expm1(n * log(beta2));
    const real q = beta1 * beta1 / beta2, near = fabs(q - 1);
    const real sum = near < 1e-7 ? n + (q - 1) * n * (n - 1) / 2 : sum_of_powers(q, n);
    return share1 * sqrt(sum / share2);
}

void adam_longest_gradients(real beta1, real beta2, size_t t, real *g)
{
    for (size_t age = 0; age < t; age++)
        g[t - 1 - age] = age ? pow(beta1 / beta2, (real)age) : 1;
}
