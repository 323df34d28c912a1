/* group_norm-four-loops.c: loops over samples, groups, channels and places. */
#include "optim/group_norm.h"

#include <math.h>

#define AT(n, c, s) (((n)*shape.channels + (c)) * shape.space + (s))

static int refused(struct norm_shape shape, size_t groups)
{
    if (groups == 0 || shape.samples == 0 || shape.space == 0 || shape.channels == 0)
        return 1;
    return shape.channels / groups * groups != shape.channels;
}

enum descent_status group_norm_forward(struct norm_shape shape, size_t groups, real eps,
                                       const real *x, const real *gain, const real *bias,
                                       real *mean, real *scale, real *y)
{
    if (refused(shape, groups) || isnan(eps) || eps <= 0 || isinf(eps))
        return DESCENT_ERANGE;
    const size_t own = shape.channels / groups;
    for (size_t n = 0; n < shape.samples; n++)
        for (size_t g = 0; g < groups; g++) {
            double m = 0, v = 0, size = (double)(own * shape.space);
            for (size_t c = g * own; c < (g + 1) * own; c++)
                for (size_t s = 0; s < shape.space; s++)
                    m += x[AT(n, c, s)] / size;
            for (size_t c = g * own; c < (g + 1) * own; c++)
                for (size_t s = 0; s < shape.space; s++)
                    v += pow(x[AT(n, c, s)] - m, 2) / size;
            mean[n * groups + g] = m;
            scale[n * groups + g] = pow(v + eps, -0.5);
            for (size_t c = g * own; c < (g + 1) * own; c++)
                for (size_t s = 0; s < shape.space; s++)
                    y[AT(n, c, s)] =
                        (x[AT(n, c, s)] - m) / sqrt(v + eps) * gain[c] + bias[c];
        }
    return DESCENT_OK;
}

enum descent_status group_norm_backward(struct norm_shape shape, size_t groups,
                                        const real *x, const real *gain, const real *mean,
                                        const real *scale, const real *dy, real *dx,
                                        real *dgain, real *dbias)
{
    if (refused(shape, groups))
        return DESCENT_ERANGE;
    const size_t own = shape.channels / groups;
    for (size_t c = 0; c < shape.channels; c++) {
        dgain[c] = dbias[c] = 0;
        for (size_t n = 0; n < shape.samples; n++)
            for (size_t s = 0; s < shape.space; s++) {
                const size_t k = n * groups + c / own;
                dbias[c] += dy[AT(n, c, s)];
                dgain[c] += dy[AT(n, c, s)] * (x[AT(n, c, s)] - mean[k]) * scale[k];
            }
    }
    for (size_t n = 0; n < shape.samples; n++)
        for (size_t g = 0; g < groups; g++) {
            const size_t k = n * groups + g;
            double a = 0, b = 0, size = (double)(own * shape.space);
            for (size_t c = g * own; c < (g + 1) * own; c++)
                for (size_t s = 0; s < shape.space; s++) {
                    a += gain[c] * dy[AT(n, c, s)];
                    b +=
                        gain[c] * dy[AT(n, c, s)] * (x[AT(n, c, s)] - mean[k]) * scale[k];
                }
            for (size_t c = g * own; c < (g + 1) * own; c++)
                for (size_t s = 0; s < shape.space; s++)
                    dx[AT(n, c, s)] =
                        scale[k] * (gain[c] * dy[AT(n, c, s)] - a / size -
                                    (x[AT(n, c, s)] - mean[k]) * scale[k] * b / size);
        }
    return DESCENT_OK;
}
