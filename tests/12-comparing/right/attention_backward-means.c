/* attention_backward-means.c: the mean of a row's gradients is dy·y; needs no room. */
#include "optim/attention_backward.h"

#include <math.h>

/* What place t says to the score of place j. */
static real score_slope(struct attention_shape shape, size_t t, size_t j, const real *v,
                        const real *weight, const real *dy)
{
    const real *row = weight + t * shape.places;
    double along = 0;
    for (size_t i = 0; i < shape.width; i++) {
        double mean = 0;
        for (size_t a = 0; a <= t; a++)
            mean += row[a] * v[a * shape.in + i];
        along += dy[t * shape.out + i] * (v[j * shape.in + i] - mean);
    }
    return row[j] * along / sqrt((double)shape.width);
}

enum descent_status attention_backward(struct attention_shape shape, const real *q,
                                       const real *k, const real *v, const real *weight,
                                       const real *dy, real *room, real *dq, real *dk,
                                       real *dv)
{
    const size_t n = shape.places;
    if (n == 0 || shape.width == 0 || shape.in < shape.width || shape.out < shape.width)
        return DESCENT_ERANGE;
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < n; j++)
            room[t * n + j] = j <= t ? score_slope(shape, t, j, v, weight, dy) : 0;
    for (size_t t = 0; t < n; t++)
        for (size_t i = 0; i < shape.width; i++) {
            double of_q = 0, of_k = 0, of_v = 0;
            for (size_t j = n; j-- > 0;) {
                of_q += room[t * n + j] * k[j * shape.in + i];
                of_k += room[j * n + t] * q[j * shape.in + i];
                of_v += weight[j * n + t] * dy[j * shape.out + i];
            }
            dq[t * shape.in + i] = of_q;
            dk[t * shape.in + i] = of_k;
            dv[t * shape.in + i] = of_v;
        }
    return DESCENT_OK;
}
