/* bce-two-passes.c: the costs first, the gradient by tanh. */
#include "optim/bce.h"

#include <math.h>
#include <stdbool.h>

static bool bad(double z, double y, double weight)
{
    return isnan(z) || !(y >= 0) || !(y <= 1) || !(weight >= 0) || isinf(weight);
}

static double log_of_one_plus_exp(double z)
{
    return z > 0 ? z + log1p(exp(-z)) : log1p(exp(z));
}

real bce_with_logits(size_t n, const real *z, const real *y, real weight, real *dz)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) {
        const double positive = y[i] * weight, negative = 1 - y[i];
        if (bad(z[i], y[i], weight))
            sum = NAN;
        if (positive > 0)
            sum += positive * log_of_one_plus_exp(-z[i]);
        if (negative > 0)
            sum += negative * log_of_one_plus_exp(z[i]);
    }
    for (size_t i = 0; dz && i < n; i++) {
        const double p = z[i] < 0 ? exp(z[i]) / (1 + exp(z[i])) : 1 / (1 + exp(-z[i]));
        const double q = z[i] > 0 ? exp(-z[i]) / (1 + exp(-z[i])) : 1 / (1 + exp(z[i]));
        const double slope = p * (1 - y[i]) - q * y[i] * weight;
        dz[i] = bad(z[i], y[i], weight) ? NAN : slope / (double)n;
    }
    return n > 0 ? sum / (double)n : NAN;
}
