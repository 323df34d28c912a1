#include "optim/ewma_weights.h"

#include <tgmath.h>

real ewma_weight(real alpha, uint64_t age)
{
    real weight = (real)NAN;
    if (alpha == 1)
        weight = age == 0;
    else if (alpha > 0 && alpha < 1)
        weight = alpha * exp(log1p(-alpha) * (real)age);
    return weight;
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    real sum = (real)NAN;
    if (alpha == 1)
        sum = n != 0;
    else if (alpha > 0 && alpha < 1)
        sum = -expm1(log1p(-alpha) * (real)n);
    return sum;
}

real ewma_window(real alpha, real share)
{
    real window = (real)NAN;
    if (alpha > 0 && alpha < 1 && share >= 0 && share < 1)
        window = log1p(-share) / log1p(-alpha);
    return window;
}
