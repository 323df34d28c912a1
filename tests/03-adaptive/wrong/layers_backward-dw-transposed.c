/* Your dW is stored as in × out. A gradient has the shape of what it is the gradient
 * of, and W is out × in, one row for each unit. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    blas_product_tn(in, out, batch, x, dy, dw);
    for (size_t i = 0; i < out; i++)
        db[i] = 0;
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
