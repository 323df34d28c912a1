/** @exercise 1.4 Weighted mean and variance
 *  @points 15
 *
 *  Write the exponentially weighted mean and variance in one pass. The sample of age $k$
 *  has the weight $\lambda^k$. Return the variance in two forms: $S/W$, which is biased,
 *  and $S/(W - Q/W)$, which is not when the samples are independent; here $W$ is the sum
 *  of the weights, $Q$ the sum of their squares and $S$ the weighted sum of squared
 *  deviations from the weighted mean.
 *
 *  Samples near $10^8$ with a spread of 1 must give the same variance as samples near 0
 *  with that spread, up to the rounding of the samples themselves. That rules out the
 *  mean of the squares minus the square of the mean.
 *
 *  @hint All old weights shrink by $\lambda$ when a sample comes, and the new one has
 *        weight 1. What does that do to $W$, to $Q$ (its terms are squares) and to $S$?
 *  @hint With $d = x - m$ for the old mean $m$: update $W$ and $Q$, move the mean by
 *        $d/W$, then $S \leftarrow \lambda S + d\,(x - m)$ with the new mean $m$. One
 *        factor is the old deviation, the other the new one. For $\lambda = 0$ that
 *        product should be 0, but $x - m$ may be a rounding error: the corrected variance
 *        must not divide it by 0.
 *  @plot noisy t corrected
 *  @commentary The product of the old and the new deviation equals $\lambda
 *  W_{t-1}/W_t \cdot d^2$. The solution uses this form: it is never negative, needs no
 *  difference of large squares, and is exactly 0 when $\lambda = 0$, where the product
 *  can leave a rounding error that the corrected variance divides by 0. */
#include "optim/ewma_variance.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    // BEGIN SOLUTION
    if (!(lambda >= 0 && lambda < 1))
        return DESCENT_ERANGE;
    *ewma = (struct ewma_variance){.lambda = lambda};
    return DESCENT_OK;
    // END SOLUTION
}

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    // BEGIN SOLUTION
    real lambda = ewma->lambda, kept = lambda * ewma->weight;
    real deviation = x - ewma->mean;
    ewma->weight = kept + 1;
    ewma->weight_sq = lambda * lambda * ewma->weight_sq + 1;
    ewma->mean += deviation / ewma->weight;
    ewma->deviations =
        lambda * ewma->deviations + kept / ewma->weight * deviation * deviation;
    // END SOLUTION
}

real ewma_variance_mean(const struct ewma_variance *ewma)
{
    // BEGIN SOLUTION
    return ewma->weight > 0 ? ewma->mean : (real)NAN;
    // END SOLUTION
}

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    // BEGIN SOLUTION
    return ewma->deviations / ewma->weight;
    // END SOLUTION
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    // BEGIN SOLUTION
    return ewma->deviations / (ewma->weight - ewma->weight_sq / ewma->weight);
    // END SOLUTION
}
