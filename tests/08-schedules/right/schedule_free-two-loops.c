/* Correct: v in a loop of its own; y moves toward z, and then with the step. */
#include "optim/schedule_free.h"

#include <math.h>

void schedule_free_step(struct schedule_free *s, real *y, const real *g)
{
    const real beta1 = s->config.beta1, beta2 = s->config.beta2;
    for (size_t i = 0; i < s->n; i++)
        s->v[i] = beta2 * s->v[i] + (1 - beta2) * (g[i] * g[i]);
    s->t += 1;
    s->beta2_power *= beta2;
    real rate = s->config.lr * sqrt(1 - s->beta2_power);
    if (s->t <= s->config.warmup)
        rate = rate * (real)s->t / (real)s->config.warmup;
    s->lr_max = rate > s->lr_max ? rate : s->lr_max;
    real weight = s->lr_max * s->lr_max;
    s->weight_sum += weight;
    real toward = weight > 0 ? weight / s->weight_sum : 0;
    for (size_t i = 0; i < s->n; i++) {
        real move =
            rate * (g[i] / (s->config.eps + sqrt(s->v[i])) + s->config.decay * y[i]);
        y[i] += toward * (s->z[i] - y[i]) - (1 - beta1 + beta1 * toward) * move;
        s->z[i] -= move;
    }
}

void schedule_free_average(const struct schedule_free *s, const real *y, real *x)
{
    const real b = s->config.beta1;
    for (size_t i = 0; i < s->n; i++)
        x[i] = y[i] / b + (1 - 1 / b) * s->z[i];
}
