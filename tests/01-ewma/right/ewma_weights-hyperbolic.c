/* Correct, by hyperbolic functions: log(1 - α) = -2 artanh(α / (2 - α)), and
 * 1 - e^(-2y) = 2 sinh(y) e^(-y). */
#include "optim/ewma_weights.h"

#include <math.h>

/* Half of -log (1-α)^n. */
static real half_rate(real alpha, real n)
{
    return n > 0 ? n * atanh(alpha / (2 - alpha)) : 0;
}

real ewma_weight(real alpha, uint64_t age)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    return exp(log(alpha) - 2 * half_rate(alpha, (real)age));
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (!(alpha > 0 && alpha <= 1))
        return (real)NAN;
    real y = half_rate(alpha, (real)n);
    return y < 20 ? 2 * sinh(y) * exp(-y) : 1;
}

real ewma_window(real alpha, real share)
{
    if (!(alpha > 0 && alpha < 1 && share >= 0 && share < 1))
        return (real)NAN;
    real rest = share / (2 - share);
    return atanh(rest) / atanh(alpha / (2 - alpha));
}
