/* You read W by columns in the gradient of X. y_ri has x_rj times w_ij in it, so what
 * comes back to x_rj is a sum over i of dy_ri w_ij: the same element of W, unchanged.
 * Compare the shapes; for a square W only the numbers tell. */
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
            db[i] += dy[r * out + i];
    for (size_t r = 0; dx && r < batch; r++)
        for (size_t j = 0; j < in; j++) {
            real sum = 0;
            for (size_t i = 0; i < out; i++)
                sum += dy[r * out + i] * w[j * out + i];
            dx[r * in + j] = sum;
        }
}
