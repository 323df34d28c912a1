/** @exercise 9.1 Binary cross-entropy of logits
 *  @points 10
 *
 *  A network that answers yes or no returns one logit $z$. It stands for the probability
 *  $p = 1 / (1 + e^{-z})$ of yes. With the target $y$, which is 0, 1 or a probability,
 *  and the weight $w$ of a positive sample, the cost of a sample is
 *
 *  $$ -\bigl( w\,y \log p + (1 - y) \log (1 - p) \bigr) . $$
 *
 *  Write the mean over a batch, and its gradient with respect to the logits. Logits of
 *  $\pm 10^4$ must do no harm. And where the answer is right and confident, the gradient
 *  is tiny, but it is not 0: at $z = 40$ and $y = 1$ it is $-4 \cdot 10^{-18}$.
 *
 *  @hint Write $-\log p$ and $-\log(1 - p)$ with the function softplus of
 *        optim/sigmoid.h. What is $1 - p$ as a value of the logistic function?
 *  @hint Per sample: check the range of $y$, the weight and NaN. Then two factors, $w y$
 *        and $1 - y$: the cost is the first one's softplus of $-z$ plus the second one's
 *        softplus of $z$, each left out if its factor is 0. The gradient has the same two
 *        factors before sigmoid of $-z$, with a minus, and sigmoid of $z$. Both are
 *        divided by $n$ in the end.
 *  @plot sweep z cost
 *  @commentary $p - y$ is the gradient on paper; for $y = 1$ it cancels as soon as $p$
 *  rounds to 1, at $z = 37$ in double precision and at $z = 17$ in single. Whoever takes
 *  the logarithm of $p$ loses sooner: a logit of $-800$ has $p = 0$. PyTorch's BCELoss,
 *  which is given probabilities, caps the logarithm at $-100$ for that reason. */
#include "optim/bce.h"
#include "optim/sigmoid.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_sample(real z, real y, real weight)
{
    return !isnan(z) && y >= 0 && y <= 1 && weight >= 0 && isfinite(weight);
}

/* factor · log(1 + e^z), and 0 for no factor. */
static real share(real factor, real z)
{
    return factor > 0 ? factor * softplus(z) : 0;
}

// END SOLUTION
real bce_with_logits(size_t n, const real *z, const real *y, real weight, real *dz)
{
    // BEGIN SOLUTION
    real sum = 0;
    for (size_t i = 0; i < n; i++) {
        const bool valid = is_sample(z[i], y[i], weight);
        const real yes = weight * y[i], no = 1 - y[i];
        sum += valid ? share(yes, -z[i]) + share(no, z[i]) : (real)NAN;
        if (!dz)
            continue;
        const real slope = no * sigmoid(z[i]) - yes * sigmoid(-z[i]);
        dz[i] = valid ? slope / (real)n : (real)NAN;
    }
    return sum / (real)n;
    // END SOLUTION
}
