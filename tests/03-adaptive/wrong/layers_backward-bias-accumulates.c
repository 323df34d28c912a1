/* You add to what db holds from the call before. The contract says that every output is
 * overwritten; a sum starts at 0. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    blas_product_tn(out, in, batch, dy, x, dw);
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
