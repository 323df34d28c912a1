/** @exercise 1.3 The decay rate by other names
 *  @points 10
 *
 *  Users seldom think in $\lambda$. They give a *half-life* (the age at which a weight
 *  has halved), a *span* (the window of the simple average whose samples are equally old
 *  on average) or a *center of mass* (the average age of a sample). Convert each to
 *  $\lambda$ and back.
 *
 *  @hint The center of mass is $\sum_k k\,(1-\lambda)\lambda^k$. A simple average over
 *        $w$ samples has the average age $(w-1)/2$. The half-life $h$ solves
 *        $\lambda^h = 1/2$.
 *  @hint The sum is $\lambda/(1-\lambda)$; set it equal to the center of mass, and to
 *        $(s-1)/2$ for the span $s$, and solve for $\lambda$. For the half-life take
 *        logarithms; exp2 and log2 save a constant. Test the ranges so that NaN fails,
 *        too: every comparison with it is false.
 *  @plot halflives h lambda
 *  @commentary The comparison is written `!(x > 0)` and not `x <= 0`, because every
 *  comparison with NaN is false: the first form sends NaN to the error, the second lets
 *  it through. Here NaN would come out of the arithmetic all the same; where a function
 *  returns a status, as those of exercises 1.2, 1.4 and 1.5 do, nothing else stops it. */
#include "optim/ewma_decay.h"
#include "optim/todo.h"

#include <tgmath.h>

real ewma_lambda_from_halflife(real halflife)
{
    // BEGIN SOLUTION
    if (!(halflife > 0 && halflife < (real)INFINITY))
        return (real)NAN;
    return exp2(-1 / halflife);
    // END SOLUTION
}

real ewma_lambda_from_span(real span)
{
    // BEGIN SOLUTION
    if (!(span >= 1 && span < (real)INFINITY))
        return (real)NAN;
    return (span - 1) / (span + 1);
    // END SOLUTION
}

real ewma_lambda_from_com(real com)
{
    // BEGIN SOLUTION
    if (!(com >= 0 && com < (real)INFINITY))
        return (real)NAN;
    return com / (com + 1);
    // END SOLUTION
}

real ewma_halflife(real lambda)
{
    // BEGIN SOLUTION
    if (!(lambda > 0 && lambda < 1))
        return (real)NAN;
    return -1 / log2(lambda);
    // END SOLUTION
}

real ewma_span(real lambda)
{
    // BEGIN SOLUTION
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return (1 + lambda) / (1 - lambda);
    // END SOLUTION
}

real ewma_com(real lambda)
{
    // BEGIN SOLUTION
    if (!(lambda >= 0 && lambda < 1))
        return (real)NAN;
    return lambda / (1 - lambda);
    // END SOLUTION
}
