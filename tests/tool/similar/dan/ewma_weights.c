#include "optim/ewma_weights.h"

#include <tgmath.h>

#define CHECK(condition)                                                                 \
    if (!(condition))                                                                    \
    return (real)NAN

real ewma_weight(real alpha, uint64_t age)
{
    CHECK(alpha > 0);
    CHECK(alpha <= 1);
    real power = 1;
    if (age > 0)
        power = exp((real)age * log1p(-alpha));
    return power * alpha;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    CHECK(alpha > 0);
    CHECK(alpha <= 1);
    real minus = 0;
    if (n > 0)
        minus = expm1((real)n * log1p(-alpha));
    return 0 - minus;
}

real ewma_window(real alpha, real share)
{
    CHECK(alpha > 0);
    CHECK(alpha < 1);
    CHECK(share >= 0);
    CHECK(share < 1);
    real step = log1p(-alpha), whole = log1p(-share);
    return whole / step;
}
