/* bce-max-and-log1p.c: the formula of TensorFlow's documentation, with the weight in one
 * factor before the logarithm. */
#include "optim/bce.h"

#include <math.h>

static double pair(double z, double y, double weight, double *dz)
{
    const double tail = exp(-fabs(z)), small = tail / (1 + tail), big = 1 / (1 + tail);
    const double log_big = log1p(tail), log_small = fabs(z) + log_big;
    const double yes = weight * y, no = 1 - y;
    const double p = z > 0 ? big : small, q = z > 0 ? small : big;
    const double minus_log_p = z > 0 ? log_big : log_small;
    const double minus_log_q = z > 0 ? log_small : log_big;
    *dz = no * p - yes * q;
    return (yes == 0 ? 0 : yes * minus_log_p) + (no == 0 ? 0 : no * minus_log_q);
}

real bce_with_logits(size_t n, const real *z, const real *y, real weight, real *dz)
{
    double mean = n ? 0 : NAN;
    for (size_t i = 0; i < n; i++) {
        double slope = NAN, cost = NAN;
        if (z[i] == z[i] && y[i] >= 0 && y[i] <= 1 && weight >= 0 && weight <= 1e308)
            cost = pair(z[i], y[i], weight, &slope);
        mean += cost / (double)n;
        if (dz)
            dz[i] = slope / (double)n;
    }
    return mean;
}
