/* You divide by the batch size. Whether the cost is a mean is for the layer to say
 * that computed it: its 1/batch is already in dY, and yours would be a second one. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    blas_product_tn(out, in, batch, dy, x, dw);
    for (size_t i = 0; batch && i < out * in; i++)
        dw[i] /= (real)batch;
    for (size_t i = 0; i < out; i++)
        db[i] = 0;
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    for (size_t i = 0; batch && i < out; i++)
        db[i] /= (real)batch;
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
