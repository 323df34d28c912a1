/* Your gradient of b adds up a row of dY instead of a column: all units get the same.
 * Each unit has a bias of its own and gathers over the batch. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    blas_product_tn(out, in, batch, dy, x, dw);
    real sum = 0;
    for (size_t i = 0; i < batch * out; i++)
        sum += dy[i];
    for (size_t i = 0; i < out; i++)
        db[i] = sum;
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
