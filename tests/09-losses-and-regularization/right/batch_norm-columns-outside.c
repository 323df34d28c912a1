/* batch_norm-columns-outside.c: one column after the other; the running statistics as
 * weighted sums. */
#include "optim/batch_norm.h"

#include <math.h>

static double mixed(double share, double one, double other)
{
    return (1 - share) * one + share * other;
}

static void measure(struct batch_norm *bn, size_t rows, const real *x, size_t c)
{
    const double rho = bn->config.momentum;
    double mean = 0, squares = 0;
    for (size_t i = c; i < rows * bn->channels; i += bn->channels)
        mean += x[i];
    mean /= (double)rows;
    for (size_t i = c; i < rows * bn->channels; i += bn->channels)
        squares += pow(x[i] - mean, 2);
    bn->mean[c] = mean;
    bn->scale[c] = pow(squares / (double)rows + bn->config.eps, -0.5);
    bn->running_mean[c] = mixed(rho, bn->running_mean[c], mean);
    bn->running_variance[c] =
        mixed(rho, bn->running_variance[c], squares / (double)(rows - 1));
}

enum descent_status batch_norm_forward(struct batch_norm *bn, size_t rows, const real *x,
                                       const real *gain, const real *bias, bool training,
                                       real *y)
{
    if (training && rows <= 1)
        return DESCENT_ERANGE;
    for (size_t c = 0; c < bn->channels; c++) {
        bn->mean[c] = bn->running_mean[c];
        bn->scale[c] = pow(bn->running_variance[c] + bn->config.eps, -0.5);
        if (training)
            measure(bn, rows, x, c);
        for (size_t i = c; i < rows * bn->channels; i += bn->channels)
            y[i] = bias[c] + (x[i] - bn->mean[c]) * (bn->scale[c] * gain[c]);
    }
    return DESCENT_OK;
}

enum descent_status batch_norm_backward(const struct batch_norm *bn, size_t rows,
                                        const real *x, const real *gain, bool training,
                                        const real *dy, real *dx, real *dgain,
                                        real *dbias)
{
    const size_t n = bn->channels;
    if (training && rows <= 1)
        return DESCENT_ERANGE;
    for (size_t c = 0; c < n; c++) {
        dgain[c] = dbias[c] = 0;
        for (size_t i = c; i < rows * n; i += n) {
            dbias[c] += dy[i];
            dgain[c] += dy[i] * ((x[i] - bn->mean[c]) * bn->scale[c]);
        }
        for (size_t i = c; i < rows * n; i += n) {
            const double normal = (x[i] - bn->mean[c]) * bn->scale[c];
            double slope = dy[i];
            if (training)
                slope -= (dbias[c] + normal * dgain[c]) / (double)rows;
            dx[i] = slope * gain[c] * bn->scale[c];
        }
    }
    return DESCENT_OK;
}
