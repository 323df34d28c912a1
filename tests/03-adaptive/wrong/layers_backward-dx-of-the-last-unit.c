/* Your gradient of X is that of the last unit: each unit overwrites the one before.
 * Every unit of the layer has read x, and the gradient that comes back is the sum over
 * all of them. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    blas_product_tn(out, in, batch, dy, x, dw);
    for (size_t i = 0; i < out; i++)
        db[i] = 0;
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    for (size_t r = 0; dx && r < batch; r++)
        for (size_t i = 0; i < out; i++)
            for (size_t j = 0; j < in; j++)
                dx[r * in + j] = dy[r * out + i] * w[i * in + j];
}
