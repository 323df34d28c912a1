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
 *  How large do parameters become? Two cases. *A steady direction:* let the quotient,
 *  $u$, be the same in every step. Where does $\theta$ come to rest? Compare the two
 *  meanings of $w$: in which does the learning rate cancel? *Mere noise:* let the $u$ of
 *  different steps be independent, with mean 0 and mean square 1. What root mean square
 *  does $\theta$ tend to, exactly, for any $w < 2$?
 *
 *  @hint What do $m$ and $v$ know of the decay? Which $\theta$ is it that decays: the one
 *        before the step or the one after? At rest, a step changes nothing. Under
 *        noise, it is the mean square that a step no longer changes: what is that of
 *        $(1-w)\theta - \eta u$?
 *  @hint Take your Adam, without the penalty. Before the loop compute two rates: that
 *        of the gradient, with the schedule and both corrections in it, and that of the
 *        decay, which has $\eta$ in it or not, and the schedule always. In the loop
 *        both act on the old $\theta$. At rest $w\theta = -\eta u$. Under noise $q =
 *        (1-w)^2 q + \eta^2$, and $1 - (1-w)^2 = w\,(2-w)$.
 *  @plot valley t theta
 *  @commentary One addition a parameter is all that separates AdamW from Adam, and none
 *  of it goes into the averages. That the paper's $\lambda$ is not multiplied by $\eta$
 *  is easily missed: its values look a thousand times too small to someone used to a
 *  library. Since $|u|$ is about 1 at most, no parameter stays far above $1/\lambda$ in
 *  the library's meaning, and $\eta/\lambda$ in the paper's; under noise they stay at
 *  about $\eta/\sqrt{2w}$. */
#include "optim/adamw.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

void adamw_step(struct adamw *adamw, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adamw_config c = adamw->config;
    adamw->beta1_power *= c.beta1;
    adamw->beta2_power *= c.beta2;
    const real lr = adamw->schedule * c.lr, root = sqrt(1 - adamw->beta2_power);
    const real rate = lr * root / (1 - adamw->beta1_power), eps = c.eps * root;
    const bool independent = c.decoupling == DECAY_INDEPENDENT;
    const real shrink = (independent ? adamw->schedule : lr) * c.decay;
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

// BEGIN SOLUTION
/* w, what one step takes off; NaN if the settings are out of range. */
static real share_taken_off(const struct adamw_config *config)
{
    if (adamw_check(config) || config->lr == 0)
        return (real)NAN;
    return config->decay * (config->decoupling == DECAY_TIMES_LR ? config->lr : 1);
}

// END SOLUTION
real adamw_rest(const struct adamw_config *config, real direction)
{
    // BEGIN SOLUTION
    return isfinite(direction) ? -config->lr * direction / share_taken_off(config)
                               : (real)NAN;
    // END SOLUTION
}

real adamw_resting_size(const struct adamw_config *config)
{
    // BEGIN SOLUTION
    const real w = share_taken_off(config);
    return w < 2 ? config->lr / sqrt(w * (2 - w)) : (real)NAN;
    // END SOLUTION
}
