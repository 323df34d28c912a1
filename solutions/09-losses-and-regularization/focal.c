/** @exercise 9.2 The focal loss
 *  @points 15
 *
 *  The focal loss turns the cross-entropy of a sample down where the classifier is right
 *  already: with $p$ the softmax of the logits and $c$ the true class,
 *
 *  $$ -\alpha_c\, (1 - p_c)^\gamma \log p_c . $$
 *
 *  Write it for any number of classes, with its gradient. Where the classifier is sure
 *  and right, $1 - p_c$ and $-\log p_c$ are tiny; they must keep their digits, because
 *  $p_c$ rounds to 1 long before the loss is 0.
 *
 *  Then write the weights $\alpha$ with which all classes count alike, empty ones aside.
 *
 *  @hint What is $1 - p_c$ as a sum that does not cancel? Differentiate by $p_c$ first,
 *        and remember $\partial p_c / \partial z_i = p_c\,([i = c] - p_i)$.
 *  @hint Shift by the largest logit, and add up the exponentials of the other classes on
 *        their own. Let $q = 1 - p_c$ be their share, and $\ell = -\log p_c$: by log1p of
 *        $-q$ if $q$ is small, else by logarithms of sums. Every component of the
 *        gradient has the factor $\alpha_c q^\gamma\,(1 + \gamma p_c \ell / q)$; for the
 *        true class it stands before $-q$, for another one before $p_i$. What is $\ell /
 *        q$ in the limit $q = 0$?
 *  @plot sweep p loss
 *  @commentary For $\gamma < 1$ the textbook's form of the gradient has $(1 - p)^{\gamma
 *  - 1}$ in it, which is infinite at $p = 1$ while its factor is 0. Written with $\ell /
 *  q$, which goes to 1, nothing is infinite. The loss is not convex in the logits for
 *  $\gamma > 0$: for a sample that is badly wrong it is nearly linear, then it falls
 *  faster than the cross-entropy. */
#include "optim/focal.h"
#include "optim/finite.h"
#include "optim/largest.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_sample(size_t k, const real *z, size_t label, real gamma,
                      const real *alpha)
{
    const real weight = alpha && label < k ? alpha[label] : 1;
    const bool valid = label < k && gamma >= 0 && isfinite(gamma);
    return valid && all_finite(k, z) && weight >= 0 && isfinite(weight);
}

// END SOLUTION
real focal_loss(size_t k, const real *z, size_t label, real gamma, const real *alpha,
                real *dz)
{
    // BEGIN SOLUTION
    if (!is_sample(k, z, label, gamma, alpha)) {
        for (size_t i = 0; dz && i < k; i++)
            dz[i] = (real)NAN;
        return (real)NAN;
    }
    const real top = largest_of(k, z), own = exp(z[label] - top);
    real others = 0;
    for (size_t i = 0; i < k; i++) {
        const real share = exp(z[i] - top);
        others += i == label ? 0 : share;
        if (dz)
            dz[i] = share;
    }
    const real sum = own + others, p = own / sum, q = others / sum;
    const real minus_log = q < (real)0.5 ? -log1p(-q) : log(sum) - (z[label] - top);
    const real weight = alpha ? alpha[label] : 1, focus = weight * pow(q, gamma);
    const real slope = focus * (1 + gamma * p * (q > 0 ? minus_log / q : 1));
    for (size_t i = 0; dz && i < k; i++)
        dz[i] = slope * (i == label ? -q : dz[i] / sum);
    return focus * minus_log;
    // END SOLUTION
}

void balanced_weights(size_t k, const size_t *count, real *alpha)
{
    // BEGIN SOLUTION
    real samples = 0, classes = 0;
    for (size_t i = 0; i < k; i++) {
        samples += (real)count[i];
        classes += count[i] > 0;
    }
    for (size_t i = 0; i < k; i++)
        alpha[i] = count[i] > 0 ? samples / (classes * (real)count[i]) : 0;
    // END SOLUTION
}
