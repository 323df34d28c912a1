/* batch_norm-rows-outside.c: the loops over rows outside, as memory lies; the running
 * statistics as weighted sums. */
#include "optim/batch_norm.h"

#include <math.h>

static void moments(struct batch_norm *bn, size_t rows, const real *x)
{
    const size_t n = bn->channels;
    real *mean = bn->mean, *variance = bn->scale;
    for (size_t c = 0; c < n; c++)
        mean[c] = variance[c] = 0;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < n; c++)
            mean[c] += x[r * n + c];
    for (size_t c = 0; c < n; c++)
        mean[c] /= (double)rows;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < n; c++)
            variance[c] += pow(x[r * n + c] - mean[c], 2);
}

enum descent_status batch_norm_forward(struct batch_norm *bn, size_t rows, const real *x,
                                       const real *gain, const real *bias, bool training,
                                       real *y)
{
    const size_t n = bn->channels;
    const double rho = bn->config.momentum;
    if (training && rows <= 1)
        return DESCENT_ERANGE;
    if (training)
        moments(bn, rows, x);
    for (size_t c = 0; c < n; c++) {
        double wide = bn->running_variance[c];
        if (training) {
            const double squares = bn->scale[c];
            wide = squares / (double)rows;
            bn->running_mean[c] = (1 - rho) * bn->running_mean[c] + rho * bn->mean[c];
            bn->running_variance[c] =
                (1 - rho) * bn->running_variance[c] + rho * squares / (double)(rows - 1);
        } else
            bn->mean[c] = bn->running_mean[c];
        bn->scale[c] = pow(wide + bn->config.eps, -0.5);
    }
    for (size_t i = 0; i < rows * n; i++)
        y[i] = bias[i % n] + (x[i] - bn->mean[i % n]) * (bn->scale[i % n] * gain[i % n]);
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
    for (size_t c = 0; c < n; c++)
        dgain[c] = dbias[c] = 0;
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < n; c++) {
            dbias[c] += dy[r * n + c];
            dgain[c] += dy[r * n + c] * ((x[r * n + c] - bn->mean[c]) * bn->scale[c]);
        }
    for (size_t r = 0; r < rows; r++)
        for (size_t c = 0; c < n; c++) {
            const double normal = (x[r * n + c] - bn->mean[c]) * bn->scale[c];
            double slope = dy[r * n + c];
            if (training)
                slope -= (dbias[c] + normal * dgain[c]) / (double)rows;
            dx[r * n + c] = slope * gain[c] * bn->scale[c];
        }
    return DESCENT_OK;
}
