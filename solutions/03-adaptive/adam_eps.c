/** @exercise 3.7 The $\hat\varepsilon$ question
 *  @points 10
 *
 *  Adam's paper adds $\varepsilon$ to the corrected root, $\sqrt{\hat v} + \varepsilon$,
 *  and remarks that the step can be reordered, to $\theta \leftarrow \theta - \eta\,
 *  \sqrt{1-\beta_2^t}/(1-\beta_1^t) \cdot m/(\sqrt v + \hat\varepsilon)$. Libraries took
 *  one or the other and called both `epsilon`. Which $\hat\varepsilon$ gives, in step
 *  $t$, exactly the step that $\varepsilon$ gives? Write the conversion, its inverse, and
 *  the time after which the difference no longer matters.
 *
 *  The numbers must be right for $\beta_2 = 1 - 10^{-12}$ as well, where $1 - \beta_2^t$
 *  computed as written has lost most of its digits, and for steps in the billions. The
 *  function `expm1` of [](#ex:1.1) helps here too.
 *
 *  @hint Multiply numerator and denominator of the paper's step by $\sqrt{1-\beta_2^t}$.
 *  @hint Compare the result with the reordered step: the denominators agree if one
 *        $\varepsilon$ is the other times a root, so one function multiplies by this
 *        root and the other divides. Compute what is under it from $t\log\beta_2$ by
 *        expm1. For the last function set the root equal to 1 minus the share and solve
 *        for $t$. It takes two logarithms; multiply the square out first, or a small
 *        share loses its digits.
 *  @plot steps t eps_hat
 *  @commentary The two differ most in the first step: at $\beta_2 = 0.999$ a library that
 *  adds before acts like one that adds 32 times as much after. It matters where gradients
 *  are small and $\varepsilon$ is not: $\varepsilon = 1$ has been recommended for one
 *  network, and there the two are different methods for the first thousand steps. */
#include "optim/adam_eps.h"
#include "optim/check.h"
#include "optim/todo.h"

#include <tgmath.h>

// BEGIN SOLUTION
/* √(1 - β₂^t), or NaN. */
static real root_of_correction(real beta2, uint64_t t)
{
    if (!is_decay_rate(beta2) || t == 0)
        return (real)NAN;
    return sqrt(-expm1((real)t * log(beta2)));
}

// END SOLUTION
real adam_eps_before(real eps, real beta2, uint64_t t)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(eps))
        return (real)NAN;
    return eps * root_of_correction(beta2, t);
    // END SOLUTION
}

real adam_eps_after(real eps_hat, real beta2, uint64_t t)
{
    // BEGIN SOLUTION
    if (!is_nonnegative(eps_hat))
        return (real)NAN;
    return eps_hat / root_of_correction(beta2, t);
    // END SOLUTION
}

real adam_eps_settled(real beta2, real share)
{
    // BEGIN SOLUTION
    if (!(beta2 > 0 && beta2 < 1 && share > 0 && share < 1))
        return (real)NAN;
    return log(share * (2 - share)) / log(beta2);
    // END SOLUTION
}
