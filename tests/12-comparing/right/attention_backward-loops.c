/* attention_backward-loops.c: every place passes its gradient on by itself. */
#include "optim/attention_backward.h"

#include <math.h>

static real dot(size_t n, const real *a, const real *b)
{
    real sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i] * b[i];
    return sum;
}

static void add(size_t n, real factor, const real *x, real *y)
{
    for (size_t i = 0; i < n; i++)
        y[i] += factor * x[i];
}

enum descent_status attention_backward(struct attention_shape shape, const real *q,
                                       const real *k, const real *v, const real *weight,
                                       const real *dy, real *room, real *dq, real *dk,
                                       real *dv)
{
    const size_t n = shape.places, d = shape.width, in = shape.in;
    if (!n || !d || d > in || d > shape.out)
        return DESCENT_ERANGE;
    for (size_t i = 0; i < n * d; i++)
        dq[i / d * in + i % d] = dk[i / d * in + i % d] = dv[i / d * in + i % d] = 0;
    for (size_t t = 0; t < n; t++, weight += n, dy += shape.out) {
        real mean = 0;
        for (size_t j = 0; j <= t; j++) {
            room[j] = dot(d, dy, v + j * in);
            mean += room[j] * weight[j];
            add(d, weight[j], dy, dv + j * in);
        }
        for (size_t j = 0; j <= t; j++) {
            const real ds = weight[j] / sqrt((real)d) * (room[j] - mean);
            add(d, ds, k + j * in, dq + t * in);
            add(d, ds, q + t * in, dk + j * in);
        }
    }
    return DESCENT_OK;
}
