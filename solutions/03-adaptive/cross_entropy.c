/** @exercise 3.5 Log-sum-exp and the softmax cross-entropy
 *  @points 15
 *
 *  A classifier returns one number $z_i$ per class, its *logits*. The softmax
 *  $p_i = e^{z_i} / \sum_j e^{z_j}$ makes probabilities of them, and the cost of a sample
 *  whose class is $c$ is $-\log p_c$. Write the cost and its gradient
 *  $\partial (-\log p_c) / \partial z_i = p_i - [i = c]$.
 *
 *  Logits of $\pm 1000$ must do no harm, though $e^{1000}$ overflows and $e^{-1000}$ is
 *  zero. Start with $\operatorname{lse}(z) = \log \sum_i e^{z_i}$, and never exponentiate
 *  a positive number; everything else can be said with it. The header says what infinite
 *  logits and bad labels give.
 *
 *  @hint $\operatorname{lse}(z) = m + \operatorname{lse}(z - m)$ for every number $m$.
 *        Which $m$ makes the largest exponential exactly 1?
 *  @hint For the sum, look for the largest logit $m$ first (`largest_of()` finds it); if
 *        it is infinite, shift by 0 instead, because $\infty - \infty$ is not a number.
 *        Then the cost is a difference of lse and a logit, and each $p_i$ is the
 *        exponential of another such difference, so one pass over the classes fills the
 *        gradient. Check the label before all that.
 *  @plot sweep z cost
 *  @commentary The shift costs one pass over the logits and buys all of the number line.
 *  With the largest exponent at 0 the sum is between 1 and $k$, so its logarithm is tame.
 *  A softmax that is stored and then sent through the logarithm loses more: a class with
 *  $p < 10^{-324}$ is stored as 0 and costs $\infty$, where the true cost may be 1000.
 *  The gradient does not need the cost at all, which is why libraries can be right about
 *  one and wrong about the other. */
#include "optim/cross_entropy.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <tgmath.h>

real log_sum_exp(size_t k, const real *z)
{
    // BEGIN SOLUTION
    if (k == 0)
        return -(real)INFINITY;
    const real top = largest_of(k, z), shift = isinf(top) ? 0 : top;
    real sum = exp(z[0] - shift);
    for (size_t i = 1; i < k; i++)
        sum += exp(z[i] - shift);
    return shift + log(sum);
    // END SOLUTION
}

real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz)
{
    // BEGIN SOLUTION
    real total = log_sum_exp(k, z);
    if (label >= k || total == (real)INFINITY)
        total = (real)NAN;
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = exp(z[i] - total) - (i == label);
    return label < k ? total - z[label] : total;
    // END SOLUTION
}
