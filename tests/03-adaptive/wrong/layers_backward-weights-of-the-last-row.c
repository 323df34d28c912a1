/* Your gradient of W is that of the last row: each row of the batch overwrites the one
 * before. Their parts add up. */
#include "optim/blas.h"
#include "optim/layers_backward.h"

#include <string.h>

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    memset(dw, 0, out * in * sizeof *dw);
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            for (size_t j = 0; j < in; j++)
                dw[i * in + j] = dy[r * out + i] * x[r * in + j];
    for (size_t i = 0; i < out; i++)
        db[i] = 0;
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
}
