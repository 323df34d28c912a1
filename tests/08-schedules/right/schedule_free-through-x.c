/* Correct: as it is printed, x found from y and z and put back into y. */
#include "optim/schedule_free.h"

#include <math.h>

void schedule_free_step(struct schedule_free *s, real *y, const real *g)
{
    const struct schedule_free_config *c = &s->config;
    const real t = (real)++s->t;
    s->beta2_power = s->beta2_power * c->beta2;
    const real warm = c->warmup ? fmin(1, t / (real)c->warmup) : 1;
    const real rate = warm * c->lr * sqrt(1 - s->beta2_power);
    if (rate > s->lr_max)
        s->lr_max = rate;
    s->weight_sum += s->lr_max * s->lr_max;
    const real share = s->weight_sum == 0 ? 0 : s->lr_max * s->lr_max / s->weight_sum;
    for (size_t i = 0; i < s->n; i++) {
        real x = (y[i] - (1 - c->beta1) * s->z[i]) / c->beta1;
        s->v[i] += (1 - c->beta2) * (g[i] * g[i] - s->v[i]);
        s->z[i] -= rate * (g[i] / (sqrt(s->v[i]) + c->eps) + c->decay * y[i]);
        x += share * (s->z[i] - x);
        y[i] = (1 - c->beta1) * s->z[i] + c->beta1 * x;
    }
}

void schedule_free_average(const struct schedule_free *s, const real *y, real *x)
{
    for (size_t i = 0; i < s->n; i++)
        x[i] = s->z[i] + (y[i] - s->z[i]) / s->config.beta1;
}
