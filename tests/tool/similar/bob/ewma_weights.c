#include "optim/ewma_weights.h"

#include <tgmath.h>

real ewma_weight(real alpha, uint64_t age)
{
    if (isnan(alpha) || alpha <= 0 || alpha > 1)
        return (real)NAN;
    real log_lambda = log1p(-alpha);
    if (age == 0)
        return alpha;
    return alpha * exp((real)age * log_lambda);
}

real ewma_weight_sum(real alpha, uint64_t n)
{
    if (isnan(alpha) || alpha <= 0 || alpha > 1)
        return (real)NAN;
    real log_lambda = log1p(-alpha);
    if (n == 0)
        return 0;
    return -expm1((real)n * log_lambda);
}

real ewma_window(real alpha, real share)
{
    if (isnan(alpha) || alpha <= 0 || alpha >= 1)
        return (real)NAN;
    if (isnan(share) || share < 0 || share >= 1)
        return (real)NAN;
    real log_lambda = log1p(-alpha), log_rest = log1p(-share);
    return log_rest / log_lambda;
}
