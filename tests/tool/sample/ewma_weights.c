/* Right, in a way of its own: where the decay lies is found first, and everything else is
 * made of logarithms. */
#include "optim/ewma_weights.h"

#include <math.h>

enum place { OUTSIDE, INSIDE, AT_ONE };

/* NaN lies nowhere. */
static enum place place_of(real number)
{
    enum place where = number > 0 ? INSIDE : OUTSIDE;
    where = number > 1 ? OUTSIDE : where;
    return number == 1 ? AT_ONE : where;
}

real ewma_weight(real alpha, uint64_t age)
{
    real logarithm = 0;
    switch (place_of(alpha)) {
    case OUTSIDE:
        logarithm = (real)NAN;
        break;
    case AT_ONE:
        logarithm = age == 0 ? 0 : -(real)INFINITY;
        break;
    case INSIDE:
        logarithm += log1p(-alpha) * (real)age;
        logarithm += log(alpha);
    }
    return exp(logarithm);
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    real missing;
    switch (place_of(alpha)) {
    case INSIDE:
        missing = expm1(log1p(-alpha) * (real)n);
        break;
    case AT_ONE:
        missing = n == 0 ? 0 : -1;
        break;
    default:
        missing = (real)NAN;
    }
    return -missing;
}

real ewma_window(real alpha, real share)
{
    real each = (real)NAN, all = (real)NAN;
    if (place_of(alpha) == INSIDE)
        each = log1p(-alpha);
    if (share == 0 || place_of(share) == INSIDE)
        all = log1p(-share);
    return all / each;
}
