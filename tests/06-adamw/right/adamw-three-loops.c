/* Correct: one loop for the averages, one for the decay, and one for the step, from the
 * last parameter to the first. */
#include "optim/adamw.h"

#include <math.h>
#include <stdbool.h>

static void average(real *mean, real beta, size_t n, const real *a, const real *b)
{
    for (size_t i = 0; i < n; i++)
        mean[i] = beta * mean[i] + (1 - beta) * (a[i] * (b ? b[i] : 1));
}

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    const struct adamw_config c = adamw->config;
    const real lr = c.lr * adamw->schedule;
    real share = c.decay;
    switch (c.decoupling) {
    case DECAY_TIMES_LR:
        share *= lr;
        break;
    case DECAY_INDEPENDENT:
        share *= adamw->schedule;
        break;
    }
    adamw->t += 1;
    adamw->beta1_power *= c.beta1;
    adamw->beta2_power *= c.beta2;
    average(adamw->m, c.beta1, adamw->n, g, NULL);
    average(adamw->v, c.beta2, adamw->n, g, g);
    for (size_t i = 0; i < adamw->n; i++)
        theta[i] -= share * theta[i];
    for (size_t i = adamw->n; i-- > 0;) {
        real size = sqrt(adamw->v[i]) / sqrt(1 - adamw->beta2_power) + c.eps;
        theta[i] -= lr / (1 - adamw->beta1_power) * adamw->m[i] / size;
    }
}

static bool usable(const struct adamw_config *config)
{
    return adamw_check(config) == NULL && config->lr > 0;
}

real adamw_rest(const struct adamw_config *config, real direction)
{
    if (!usable(config) || isinf(direction))
        return (real)NAN;
    switch (config->decoupling) {
    case DECAY_TIMES_LR:
        return direction / -config->decay;
    case DECAY_INDEPENDENT:
        break;
    }
    return config->lr / config->decay * -direction;
}

real adamw_resting_size(const struct adamw_config *config)
{
    real w = config->decay;
    if (config->decoupling == DECAY_TIMES_LR)
        w *= config->lr;
    if (!usable(config) || !(w < 2))
        return (real)NAN;
    return config->lr / sqrt(w) / sqrt(2 - w);
}
