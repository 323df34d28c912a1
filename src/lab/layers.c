/* layers.c: forward pass of a linear layer and of ReLU.
 *
 *     Y = X Wᵀ + 1 bᵀ            y_i = max(x_i, 0)
 *
 *     x  X   batch × in, one sample per row     w  W   out × in     b  b   out biases
 *     y  Y   batch × out
 *
 * Invariant: row r of Y depends on row r of X alone. */
#include "lab/layers.h"
#include "optim/blas.h"

#include <string.h>

// [linear-forward]
void linear_forward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                    const real *b, real *y)
{
    for (size_t r = 0; r < batch; r++)
        memcpy(y + r * out, b, out * sizeof *y);
    blas_add_product_nt(batch, out, in, x, w, y);
}
// [linear-forward]

void relu_forward(size_t count, const real *x, real *y)
{
    for (size_t i = 0; i < count; i++)
        y[i] = x[i] < 0 ? 0 : x[i];
}
