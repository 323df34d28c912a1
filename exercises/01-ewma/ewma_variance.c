/** @exercise 1.4 Weighted mean and variance
 *  @points 15
 *
 *  Write the exponentially weighted mean and variance in one pass. The sample of age k
 *  has the weight λ^k. Return the variance in two forms: S/W, which is biased, and
 *  S/(W - Q/W), which is not when the samples are independent; here W is the sum of the
 *  weights, Q the sum of their squares and S the weighted sum of squared deviations from
 *  the weighted mean.
 *
 *  Samples near 10^8 with a spread of 1 must give the same variance as samples near 0
 *  with that spread, up to the rounding of the samples themselves. That rules out the
 *  mean of the squares minus the square of the mean.
 *
 *  Try it:  build/descent grade 1.4
 *  A hint:  build/descent hint 1.4
 */
#include "optim/ewma_variance.h"
#include "optim/todo.h"

#include <tgmath.h>

enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda)
{
    // TODO 1.4
    todo("1.4");
}

void ewma_variance_update(struct ewma_variance *ewma, real x)
{
    // TODO 1.4
    todo("1.4");
}

real ewma_variance_mean(const struct ewma_variance *ewma)
{
    // TODO 1.4
    todo("1.4");
}

real ewma_variance_biased(const struct ewma_variance *ewma)
{
    // TODO 1.4
    todo("1.4");
}

real ewma_variance_corrected(const struct ewma_variance *ewma)
{
    // TODO 1.4
    todo("1.4");
}
