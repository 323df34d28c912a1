/* sgdw.c: momentum with the weight decay apart.
 *
 *     v ← β v + s η g    θ ← θ - v - s w θ                [Loshchilov and Hutter 2019]
 *
 *     theta  θ   parameters, n of them        lr        η   learning rate
 *     g      g   gradient at theta            beta      β   momentum
 *     v      v   velocity                     schedule  s   multiplies the whole step
 *                                             shrink    sw  w = ηλ, or w = λ if alone
 *
 * Invariant: v knows nothing of the decay. With g = 0 from the start, θ_t = (1 - sw)^t
 * θ_0. */
#include "optim/sgdw.h"
#include "optim/check.h"
#include "optim/zeros.h"

#include <stdlib.h>

struct sgdw_config sgdw_defaults(void)
{
    return (struct sgdw_config){.lr = (real)0.01,
                                .beta = (real)0.9,
                                .decay = (real)0.01,
                                .decoupling = DECAY_TIMES_LR};
}

const char *sgdw_check(const struct sgdw_config *config)
{
    if (!is_nonnegative(config->lr))
        return "lr must be finite and at least 0";
    if (!is_decay_rate(config->beta))
        return "beta must be at least 0 and below 1";
    if (!is_nonnegative(config->decay))
        return "decay must be finite and at least 0";
    if (config->decoupling != DECAY_TIMES_LR && config->decoupling != DECAY_INDEPENDENT)
        return "decoupling must be DECAY_TIMES_LR or DECAY_INDEPENDENT";
    return NULL;
}

enum descent_status sgdw_init(struct sgdw *sgdw, size_t n, struct sgdw_config config)
{
    *sgdw = (struct sgdw){.config = config, .n = n, .schedule = 1};
    if (sgdw_check(&config))
        return DESCENT_ERANGE;
    sgdw->v = zeros(n);
    return sgdw->v ? DESCENT_OK : DESCENT_ENOMEM;
}

// [sgdw-step]
void sgdw_step(struct sgdw *sgdw, real *theta, const real *g)
{
    const struct sgdw_config c = sgdw->config;
    const real lr = sgdw->schedule * c.lr;
    const bool alone = c.decoupling == DECAY_INDEPENDENT;
    const real shrink = (alone ? sgdw->schedule : lr) * c.decay;
    const size_t n = sgdw->n;
    real *v = sgdw->v;
    for (size_t i = 0; i < n; i++) {
        v[i] = c.beta * v[i] + lr * g[i];
        theta[i] -= v[i] + shrink * theta[i];
    }
    sgdw->t++;
}
// [sgdw-step]

void sgdw_free(struct sgdw *sgdw)
{
    free(sgdw->v);
    sgdw->v = NULL;
}
