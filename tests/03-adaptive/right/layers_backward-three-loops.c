/* Correct, without BLAS: all three gradients in one sweep over the elements of dY,
 * ReLU from the end. */
#include "optim/layers_backward.h"

#include <string.h>
#include <tgmath.h>

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    memset(dw, 0, out * in * sizeof *dw);
    memset(db, 0, out * sizeof *db);
    if (dx && batch)
        memset(dx, 0, batch * in * sizeof *dx);
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++) {
            const real slope = dy[r * out + i];
            db[i] += slope;
            for (size_t j = 0; j < in; j++) {
                dw[i * in + j] += slope * x[r * in + j];
                if (dx)
                    dx[r * in + j] += slope * w[i * in + j];
            }
        }
}

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    for (size_t i = count; i-- > 0;)
        dx[i] = x[i] > 0 || isnan(x[i]) ? dy[i] : 0;
}
