/* You multiply the gradient of b by the inputs, as if b were one more weight of the
 * first feature. b stands alone in the sum: its factor is 1. */
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
            db[i] += dy[r * out + i] * x[r * in];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
