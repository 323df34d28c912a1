/* You add to what dW holds from the call before. The contract says that every output is
 * overwritten; each sum starts at 0. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            for (size_t j = 0; j < in; j++)
                dw[i * in + j] += dy[r * out + i] * x[r * in + j];
    for (size_t i = 0; i < out; i++)
        db[i] = 0;
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
