/** @exercise 3.1 AdaDelta
 *  @points 10
 *
 *  Read $\theta$ as a length. The gradient $g$ is then a cost per length, and RMSProp's
 *  $g / \sqrt v$ has no unit at all: in both, $\eta$ must bring what is missing. AdaDelta
 *  multiplies by a length: the root mean square of its own recent steps,
 *
 *  $$ s \leftarrow \rho s + (1-\rho) g^2, \qquad
 *     \Delta = \frac{\sqrt{d + \varepsilon}}{\sqrt{s + \varepsilon}}\, g, \qquad
 *  d \leftarrow \rho d + (1-\rho) \Delta^2, \qquad
 *     \theta \leftarrow \theta - \eta\Delta . $$
 *
 *  Write the step. The step that is being computed cannot be part of the average that it
 *  is computed from: which of the two averages is new and which is old in $\Delta$?
 *
 *  @hint $s$ already knows the new gradient when $\Delta$ is computed. $d$ cannot yet
 *        know the new $\Delta$. Where does that put the two updates?
 *  @hint In one loop: the gradient with the penalty, grad, is g + l2 * theta. First
 *        update s, then compute delta as grad * sqrt(d + eps) / sqrt(s + eps), then
 *        update d with delta * delta, then theta -= lr * delta. The learning
 *        rate is not in d.
 *  @plot valley t theta
 *  @commentary Both $\varepsilon$ stand inside their roots, in the paper and in PyTorch
 *  alike. The one in the numerator is what starts the method: with $d = 0$ and without it
 *  nothing would ever move. Multiplied into $d$, a learning rate below 1 would slow the
 *  method down twice. One root of the quotient does for the quotient of two roots. */
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
