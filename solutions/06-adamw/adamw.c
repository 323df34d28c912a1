/** @exercise 6.3 AdamW
 *  @points 15   @needs 3.2
 *
 *  In Adam a penalty is divided by $\sqrt{\hat v}$ like everything else in the gradient,
 *  so that parameters with large gradients hardly feel it. AdamW takes the decay out of
 *  the gradient and applies it to the parameters:
 *
 *  $$ \theta \leftarrow \theta - s\left( \eta \frac{\hat m}{\sqrt{\hat v} + \varepsilon}
 *     + w\,\theta \right). $$
 *
 *  Here $s$ is the multiplier of the schedule, which scales the whole step. Libraries
 *  have $w = \eta\lambda$; the paper has $w = \lambda$, so that changing the learning
 *  rate leaves the decay alone. Write the step for both.
 *
 *  @hint What do $m$ and $v$ know of the decay? Which $\theta$ is it that decays: the one
 *        before the step or the one after?
 *  @hint Take your Adam, without the penalty. Outside of the loop: rate = s * lr * root /
 *        (1 - power1), and shrink = s * lr * decay or s * decay. In the loop: theta -=
 *        rate * m / (sqrt(v) + eps) + shrink * theta.
 *  @plot valley t theta
 *  @commentary One addition a parameter is all that separates AdamW from Adam, and none
 *  of it goes into the averages. That the paper's $\lambda$ is not multiplied by $\eta$
 *  is easily missed: its values look a thousand times too small to someone used to a
 *  library. */
#include "optim/adamw.h"
#include "optim/check.h"
#include "optim/todo.h"
#include "optim/zeros.h"

#include <stdlib.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adamw_config c = adamw->config;
    adamw->power1 *= c.beta1;
    adamw->power2 *= c.beta2;
    const real lr = adamw->schedule * c.lr, root = sqrt(1 - adamw->power2);
    const real rate = lr * root / (1 - adamw->power1), eps = c.eps * root;
    const bool alone = c.decoupling == DECAY_ALONE;
    const real shrink = (alone ? adamw->schedule : lr) * c.decay;
    const size_t n = adamw->n;
    real *m = adamw->m, *v = adamw->v;
    for (size_t i = 0; i < n; i++) {
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * g[i];
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * g[i] * g[i];
        theta[i] -= rate * m[i] / (sqrt(v[i]) + eps) + shrink * theta[i];
    }
    adamw->t++;
    // END SOLUTION
}

/* The rest is given. */

struct adamw_config adamw_defaults(void)
{
    return (struct adamw_config){.lr = (real)1e-3,
                                 .beta1 = (real)0.9,
                                 .beta2 = (real)0.999,
                                 .eps = (real)1e-8,
                                 .decay = (real)0.01,
                                 .decoupling = DECAY_TIMES_LR};
}

const char *adamw_check(const struct adamw_config *config)
{
    if (!is_amount(config->lr))
        return "lr must be finite and at least 0";
    if (!is_share(config->beta1))
        return "beta1 must be at least 0 and below 1";
    if (!is_share(config->beta2))
        return "beta2 must be at least 0 and below 1";
    if (!is_amount(config->eps))
        return "eps must be finite and at least 0";
    if (!is_amount(config->decay))
        return "decay must be finite and at least 0";
    if (config->decoupling != DECAY_TIMES_LR && config->decoupling != DECAY_ALONE)
        return "decoupling must be DECAY_TIMES_LR or DECAY_ALONE";
    return NULL;
}

enum descent_status adamw_init(struct adamw *adamw, size_t n, struct adamw_config config)
{
    *adamw =
        (struct adamw){.config = config, .n = n, .power1 = 1, .power2 = 1, .schedule = 1};
    if (adamw_check(&config))
        return DESCENT_ERANGE;
    adamw->m = zeros(n);
    adamw->v = zeros(n);
    if (adamw->m && adamw->v)
        return DESCENT_OK;
    adamw_free(adamw);
    return DESCENT_ENOMEM;
}

void adamw_free(struct adamw *adamw)
{
    free(adamw->m);
    free(adamw->v);
    adamw->m = adamw->v = NULL;
}
