/* Correct, an element of each gradient at a time, summed backward by fma(). */
#include "optim/layers_backward.h"

#include <tgmath.h>

/* Σ a_k b_k over n numbers that are as far apart as the steps say. */
static real product(size_t n, const real *a, size_t a_step, const real *b, size_t b_step)
{
    real sum = 0;
    for (size_t k = n; k-- > 0;)
        sum = fma(a[k * a_step], b[k * b_step], sum);
    return sum;
}

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    for (size_t i = 0; i < out; i++)
        for (size_t j = 0; j < in; j++)
            dw[i * in + j] = product(batch, dy + i, out, x + j, in);
    const real one = 1;
    for (size_t i = 0; i < out; i++)
        db[i] = product(batch, dy + i, out, &one, 0);
    for (size_t r = 0; dx && r < batch; r++)
        for (size_t j = 0; j < in; j++)
            dx[r * in + j] = product(out, dy + r * out, 1, w + j, in);
}

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = 0; i < count; i++) {
        const real slope = dy[i];
        dx[i] = slope;
        if (x[i] <= 0)
            dx[i] = 0;
    }
}
