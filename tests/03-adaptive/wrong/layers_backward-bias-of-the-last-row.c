/* Your gradient of b is that of the last row. Every row of the batch was moved by the
 * same b, so that b's gradient is the sum over all of them. */
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
            db[i] = dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
