/** @exercise 3.3 AMSGrad
 *  @points 10
 *
 *  Adam forgets large gradients. On the convex problem of [](#sec:diverges) a rare large
 *  gradient that points the right way is forgotten between two of its kind, and Adam
 *  walks the wrong way. AMSGrad remembers: it divides by the root of the largest second
 *  moment that it has seen in each coordinate, so that a coordinate's own learning rate
 *  never rises.
 *
 *  Libraries disagree on which second moment is meant: the raw average, as in PyTorch, or
 *  the corrected one, as in optax. Write the step for both. It matters more than one
 *  would think.
 *
 *  @hint Take your Adam and add one line that updates `v_max`. Which quantity goes into
 *        the maximum in each order, and which correction is then still to be done?
 *  @hint Two factors, chosen outside of the loop, cover both orders: the maximum is taken
 *        of v_max and v * inner, the root of v_max * outer, where one factor is
 *        $1/(1-\beta_2^t)$ and the other 1. A maximum written as
 *        v <= v_max ? v_max : v lets NaN through.
 *  @plot reddi t theta
 *  @commentary In the first step the correction multiplies $v$ by $1/(1-\beta_2)$, a
 *  thousand at the default. Taken after it, the maximum is at once of the size of the
 *  largest gradient; taken before, it grows as slowly as $v$ does, and while the raw
 *  average rises AMSGrad is simply Adam: PyTorch's version often is, for hundreds of
 *  steps. */
#include "optim/amsgrad.h"
#include "optim/todo.h"

#include <tgmath.h>

void amsgrad_step(struct amsgrad *amsgrad, real *theta, const real *g)
{
    // BEGIN SOLUTION
    const struct amsgrad_config c = amsgrad->config;
    amsgrad->beta1_power *= c.beta1;
    amsgrad->beta2_power *= c.beta2;
    const real correction = 1 / (1 - amsgrad->beta2_power);
    const real inner = c.order == AMSGRAD_MAX_CORRECTED ? correction : 1;
    const real outer = c.order == AMSGRAD_MAX_CORRECTED ? 1 : correction;
    const real rate = c.lr / (1 - amsgrad->beta1_power);
    const size_t n = amsgrad->n;
    real *m = amsgrad->m, *v = amsgrad->v, *v_max = amsgrad->v_max;
    for (size_t i = 0; i < n; i++) {
        real grad = g[i] + c.l2 * theta[i];
        m[i] = c.beta1 * m[i] + (1 - c.beta1) * grad;
        v[i] = c.beta2 * v[i] + (1 - c.beta2) * grad * grad;
        v_max[i] = v[i] * inner <= v_max[i] ? v_max[i] : v[i] * inner;
        theta[i] -= rate * m[i] / (sqrt(v_max[i] * outer) + c.eps);
    }
    amsgrad->t++;
    // END SOLUTION
}
