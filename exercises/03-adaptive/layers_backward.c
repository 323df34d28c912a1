/** @exercise 3.6 The backward pass of a linear layer and of ReLU
 *  @points 15
 *
 *  The forward pass of a linear layer is Y = XWᵀ + 1 bᵀ, one sample per row; ReLU is
 *  Y = max(X, 0), element by element. Given ∂f/∂Y, write the gradients with respect to
 *  everything that went in: W, b and X for the linear layer, X for ReLU.
 *
 *  The batch is a sum: every row adds its part to the gradients of W and b. Whether the
 *  cost is a mean is the business of the layer that computed it, so do not divide by the
 *  batch size here.
 *
 *  Try it:  build/descent grade 3.6
 *  A hint:  build/descent hint 3.6
 */
#include "optim/layers_backward.h"
#include "optim/blas.h"
#include "optim/todo.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    // TODO 3.6
    todo("3.6");
}

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    // TODO 3.6
    todo("3.6");
}
