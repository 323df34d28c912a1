/** @exercise 6.1 A penalty that decays
 *  @points 10
 *
 *  With a penalty in the cost, gradient descent shrinks the parameters a little in every
 *  step, besides following the gradient. *Weight decay* does the shrinking without the
 *  penalty:
 *
 *  $$ \theta \leftarrow \theta - \eta g - w\,\theta, \qquad
 *     w = \eta\lambda \text{ in libraries,} \quad w = \lambda \text{ in the paper.} $$
 *
 *  For plain gradient descent the two are the same thing under different numbers. Convert
 *  the coefficient of a penalty to that of a decay and back, for both meanings of $w$ and
 *  for both ways in which penalties are written. And say what a decay means in steps:
 *  after how many has a parameter halved that no gradient holds? For a very small decay,
 *  remember `log1p` of [](#ex:1.1).
 *
 *  @hint Write one step with the penalty and one with the decay below each other, and
 *        compare the coefficients of $\theta$. What is the derivative of
 *        $\lambda\theta^2$?
 *  @hint $w$ is $\eta\lambda$ for L2_HALF and $2\eta\lambda$ for L2_PLAIN; divide by
 *        $\eta$ for DECAY_TIMES_LR. After $n$ steps $(1-w)^n$ is left: take logarithms.
 *        For a decay of $10^{-12}$ only log1p keeps the digits.
 *  @plot halving lr steps
 *  @commentary In the library's meaning the number stays the same, in the paper's it is
 *  $\eta\lambda$: whoever changes the learning rate under a penalty changes the decay
 *  with it. The equivalence ends as soon as anything stands between the gradient and the
 *  parameters: momentum in [](#ex:6.2), a division by $\sqrt v$ in [](#ex:6.3). */
#include "optim/l2_decay.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* What a coefficient is multiplied by to get the share w that one step takes off. */
static real share_of_l2(enum l2_form form, real lr)
{
    return form == L2_PLAIN ? 2 * lr : lr;
}

static real share_of_decay(enum decoupling decoupling, real lr)
{
    return decoupling == DECAY_TIMES_LR ? lr : 1;
}

// END SOLUTION
real l2_to_decay(real l2, enum l2_form form, real lr, enum decoupling decoupling)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(l2) || !is_nonnegative(lr) || lr == 0)
        return (real)NAN;
    return l2 * (share_of_l2(form, lr) / share_of_decay(decoupling, lr));
    // END SOLUTION
}

real decay_to_l2(real decay, enum decoupling decoupling, real lr, enum l2_form form)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(decay) || !is_nonnegative(lr) || lr == 0)
        return (real)NAN;
    return decay * (share_of_decay(decoupling, lr) / share_of_l2(form, lr));
    // END SOLUTION
}

real decay_half_life(real decay, enum decoupling decoupling, real lr)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(decay) || !is_nonnegative(lr) || lr == 0)
        return (real)NAN;
    real share = decay * share_of_decay(decoupling, lr);
    if (!(share > 0 && share < 1))
        return (real)NAN;
    return -log((real)2) / log1p(-share);
    // END SOLUTION
}
