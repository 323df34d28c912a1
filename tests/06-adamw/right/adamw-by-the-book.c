/* Correct: first the decay, as a factor, then Adam as it is printed, with m̂ and v̂. */
#include "optim/adamw.h"

#include <math.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    const struct adamw_config *c = &adamw->config;
    const real s = adamw->schedule;
    const real keep = 1 - s * c->decay * (c->decoupling == DECAY_TIMES_LR ? c->lr : 1);
    const real t = (real)++adamw->t;
    const real first = 1 - pow(c->beta1, t), second = 1 - pow(c->beta2, t);
    for (size_t i = 0; i < adamw->n; i++) {
        adamw->m[i] += (1 - c->beta1) * (g[i] - adamw->m[i]);
        adamw->v[i] += (1 - c->beta2) * (g[i] * g[i] - adamw->v[i]);
        real mean = adamw->m[i] / first, size = sqrt(adamw->v[i] / second);
        theta[i] *= keep;
        theta[i] -= s * c->lr * mean / (size + c->eps);
    }
    adamw->beta1_power = 1 - first;
    adamw->beta2_power = 1 - second;
}

real adamw_rest(const struct adamw_config *config, real direction)
{
    if (adamw_check(config) || !(config->lr > 0) || !isfinite(direction))
        return (real)NAN;
    const real reach = config->decoupling == DECAY_TIMES_LR ? 1 : config->lr;
    return -reach * direction / config->decay;
}

/* The shares of all past directions are η (1 - w)^k; their squares add up. */
real adamw_resting_size(const struct adamw_config *config)
{
    if (adamw_check(config) || !(config->lr > 0))
        return (real)NAN;
    const real lr = config->lr;
    const real w = config->decay * (config->decoupling == DECAY_TIMES_LR ? lr : 1);
    return w >= 2 ? (real)NAN : sqrt(lr * lr / (2 * w - w * w));
}
