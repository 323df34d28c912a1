/** @exercise 3.1 AdaDelta
 *  @points 12
 *
 *  RMSProp's $g/\sqrt v$ has no unit. AdaDelta multiplies it by something that has the
 *  unit of $\theta$, the root mean square of its own recent steps:
 *
 *  $$ s \leftarrow \rho s + (1-\rho) g^2, \qquad
 *     \Delta = \frac{\sqrt{d + \varepsilon}}{\sqrt{s + \varepsilon}}\, g, \qquad
 *  d \leftarrow \rho d + (1-\rho) \Delta^2, \qquad
 *     \theta \leftarrow \theta - \eta\Delta . $$
 *
 *  Write the step. The step that is being computed cannot be part of the average that it
 *  is computed from: which of the two averages is new and which is old in $\Delta$?
 *
 *  Let the gradient now be $g$ in every step, with $s = g^2$. To what does $d$ tend, and
 *  how long is the step then? Write how many steps it takes until $d$, from 0, is half
 *  way there. How many are they for $g = 1$ at the defaults?
 *
 *  @hint $s$ already knows the new gradient when $\Delta$ is computed. $d$ cannot yet
 *        know the new $\Delta$. Where does that put the two updates? For the steady
 *        gradient, put $\Delta^2$ into the update of $d$: it is $d \leftarrow r d + q$.
 *  @hint One loop, and in it, for each coordinate: the gradient with its penalty; the
 *        new $s$; $\Delta$ from the old $d$ and the new $s$; the new $d$ from $\Delta$;
 *        the new $\theta$. The learning rate acts on $\theta$ alone, so it is not in
 *        $d$. With the steady gradient $1 - r = (1-\rho)\,\varepsilon/(g^2 +
 *        \varepsilon)$, the fixed point is $q/(1-r)$, and what is missing from it
 *        shrinks by $r$ a step: when by half? Keep the digits of $1 - r$.
 *  @plot valley t theta
 *  @commentary Both $\varepsilon$ stand inside their roots, in the paper and in PyTorch
 *  alike. The one in the numerator is what starts the method: with $d = 0$ and without it
 *  nothing would ever move. Multiplied into $d$, a learning rate below 1 would slow the
 *  method down twice. One root of the quotient does for the quotient of two roots. Under
 *  a steady gradient $d$ tends to $g^2$ and the step to $\eta g$, that of gradient
 *  descent, whatever $\rho$ and $\varepsilon$ are. For $g = 1$ at the defaults it is half
 *  way there after 6.9 million steps: $\varepsilon$ is the learning rate of its learning
 *  rate. */
#include "optim/adadelta.h"
#include "optim/todo.h"

#include <tgmath.h>

void adadelta_step(struct adadelta *adadelta, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct adadelta_config c = adadelta->config;
    const size_t n = adadelta->n;
    real *s = adadelta->s, *d = adadelta->d;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        s[i] = c.rho * s[i] + (1 - c.rho) * grad * grad;
        real delta = sqrt((d[i] + c.eps) / (s[i] + c.eps)) * grad;
        d[i] = c.rho * d[i] + (1 - c.rho) * delta * delta;
        theta[i] -= c.lr * delta;
    }
    adadelta->t++;
    // END SOLUTION
}

real adadelta_half_time(const struct adadelta_config *config, real g)
{
    // BEGIN SOLUTION
    if (adadelta_check(config) || !(fabs(g) <= (real)1e100))
        return (real)NAN;
    const real share = config->eps / (g * g + config->eps);
    return -log((real)2) / log1p(-(1 - config->rho) * share);
    // END SOLUTION
}
