/** @exercise 3.6 The backward pass of a linear layer and of ReLU
 *  @points 15
 *
 *  The forward pass of a linear layer is $Y = X W^\top + \mathbf 1 b^\top$, one sample
 *  per row; ReLU is $Y = \max(X, 0)$, element by element. Given $\partial f / \partial
 *  Y$, write the gradients with respect to everything that went in: $W$, $b$ and $X$ for
 *  the linear layer, $X$ for ReLU.
 *
 *  The batch is a sum: every row adds its part to the gradients of $W$ and $b$. Whether
 *  the cost is a mean is the business of the layer that computed it, so do not divide by
 *  the batch size here.
 *
 *  @hint Write one element: $y_{ri} = \sum_j x_{rj} w_{ij} + b_i$. Which $y$ does
 *        $w_{ij}$ appear in, and with what factor? Which does $x_{rj}$ appear in?
 *  @hint $dW = dY^\top X$, $db = dY^\top \mathbf 1$, $dX = dY\, W$: compare the shapes.
 *        They can be three loops each, or calls of two functions in optim/blas.h; $db$ is
 *        a sum over the rows of $dY$. Leave out $dX$ when its pointer is NULL. ReLU
 *        passes $dY$ on where its input was above 0: what does that make of 0, and of
 *        NaN?
 *  @plot batch i dw
 *  @commentary The shapes leave no choice: of $dY$ (batch × out) and $X$ (batch × in)
 *  only $dY^\top X$ is out × in. The first layer's $dX$ is the gradient with respect to
 *  the data, which nobody asks for: skipping it saves a third of that layer's work. */
#include "optim/layers_backward.h"
#include "optim/blas.h"
#include "optim/todo.h"

void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx)
{
    // BEGIN SOLUTION
    blas_product_tn(out, in, batch, dy, x, dw);
    for (size_t i = 0; i < out; i++)
        db[i] = 0;
    for (size_t r = 0; r < batch; r++)
        for (size_t i = 0; i < out; i++)
            db[i] += dy[r * out + i];
    if (dx)
        blas_product(batch, in, out, dy, w, dx);
    // END SOLUTION
}

void relu_backward(size_t count, const real *x, const real *dy, real *dx)
{
    // BEGIN SOLUTION
    for (size_t i = 0; i < count; i++)
        dx[i] = x[i] <= 0 ? 0 : dy[i];
    // END SOLUTION
}
