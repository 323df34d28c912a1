/* attention-loops.c: by its definition, place by place, without a BLAS. */
#include "optim/attention.h"

#include <math.h>

static real score(struct attention_shape shape, const real *q, const real *k)
{
    real sum = 0;
    for (size_t i = shape.width; i-- > 0;)
        sum += q[i] * k[i];
    return sum / sqrt((real)shape.width);
}

enum descent_status attention_forward(struct attention_shape shape, const real *q,
                                      const real *k, const real *v, real *weight, real *y)
{
    const size_t n = shape.places, d = shape.width;
    if (!n || !d || d > shape.in || d > shape.out)
        return DESCENT_ERANGE;
    for (size_t t = 0; t < n; t++, weight += n, y += shape.out) {
        real top = -INFINITY, sum = 0;
        for (size_t j = 0; j < n; j++) {
            weight[j] = j <= t ? score(shape, q + t * shape.in, k + j * shape.in) : 0;
            if (j <= t && !(weight[j] <= top))
                top = weight[j];
        }
        for (size_t j = t + 1; j-- > 0;)
            sum += exp(weight[j] - top);
        for (size_t j = 0; j <= t; j++)
            weight[j] = exp(weight[j] - top) / sum;
        for (size_t i = 0; i < d; i++) {
            real mean = 0;
            for (size_t j = 0; j <= t; j++)
                mean += weight[j] * v[j * shape.in + i];
            y[i] = mean;
        }
    }
    return DESCENT_OK;
}
