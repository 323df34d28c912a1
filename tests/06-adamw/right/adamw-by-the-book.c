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
