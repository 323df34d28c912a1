/** @exercise 3.3 AMSGrad
 *  @points 12
 *
 *  Adam forgets large gradients, and can walk the wrong way between two of them. AMSGrad
 *  remembers: it divides by the root of the largest second moment that it has seen in
 *  each coordinate, so that a coordinate's own learning rate never rises.
 *
 *  Libraries disagree on which second moment is meant: the raw average, as in PyTorch, or
 *  the corrected one, as in optax. Write the step for both.
 *
 *  And see how far the example reaches, in which Adam meets the gradients $C, -1, -1$
 *  again and again. When $v$ repeats itself every three steps, what are its values, for
 *  any $C$ and $\beta_2$? Write how far three steps of Adam then move $x$, over $\eta$.
 *  Try $\beta_2 = 1/(1+C^2)$ for larger and larger $C$: does a stronger gradient save
 *  Adam?
 *
 *  @hint Take your Adam and add one line that updates `v_max`. Which quantity goes into
 *        the maximum in each order, and which correction is then still to be done? For
 *        the example: the weights of the squares in $v$ add up to 1, and every third
 *        square is the same.
 *  @hint Both orders are one loop with two factors, chosen before it: one multiplies
 *        $v$ on its way into the maximum, the other multiplies the maximum on its way
 *        under the root. In each order one of them is $1/(1-\beta_2^t)$ and the other
 *        is 1. Write the maximum so that a NaN in $v$ gets through: every comparison
 *        with NaN is false. In the example the squares of ages 0, 1 and 2 have the
 *        weights 1, $\beta_2$ and $\beta_2^2$ over their sum, with all older ones added
 *        in. Step $j$ is $-g_j/\sqrt{v_j}$.
 *  @plot reddi t theta
 *  @commentary In the first step the correction multiplies $v$ by $1/(1-\beta_2)$, a
 *  thousand at the default. Taken after it, the maximum is at once of the size of the
 *  largest gradient; taken before, it grows as slowly as $v$ does, and while the raw
 *  average rises AMSGrad is simply Adam: PyTorch's version often is, for hundreds of
 *  steps. With $\beta_2 = 1/(1+C^2)$ the three steps tend to $-1$, $1/\sqrt2$ and 1: one
 *  step after the large gradient, its square weighs about as much as that of a small one,
 *  however large it was. So no $C$ saves Adam at this $\beta_2$. */
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

real adam_cycle_drift(real large, real beta2)
{
    // BEGIN SOLUTION
    if (!(large > 0 && large <= (real)1e6 && beta2 >= 0 && beta2 < 1))
        return (real)NAN;
    const real c = large * large, b = beta2, weights = 1 + b + b * b;
    const real after_large = c + b + b * b;
    const real after_first = 1 + b * c + b * b;
    const real after_second = 1 + b + b * b * c;
    return sqrt(weights) *
           (1 / sqrt(after_first) + 1 / sqrt(after_second) - large / sqrt(after_large));
    // END SOLUTION
}
