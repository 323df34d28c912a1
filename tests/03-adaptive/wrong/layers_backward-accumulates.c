/* You add to what dW and db hold from the call before. Some libraries do that and make
 * you clear the gradients before each step; here the contract says that they are
 * overwritten. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            for (size_t j = 0; j < in; j++)
                dw[i * in + j] += dy[r * out + i] * x[r * in + j];
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
