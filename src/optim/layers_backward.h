/** @file layers_backward.h
 *  @brief Backward pass of a linear layer and of ReLU (exercise 3.6).
 *  @ingroup ch03
 *
 *  The forward passes are linear_forward() and relu_forward() in lab/layers.h. Matrices
 *  are row-major without gaps; dA stands for the gradient of the cost with respect to A
 *  and has the shape of A. */
#ifndef DESCENT_LAYERS_BACKWARD_H
#define DESCENT_LAYERS_BACKWARD_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** Backward pass of Y = X Wᵀ + 1 bᵀ: the gradients of the cost with respect to W, b and X
 *  from the one with respect to Y. All are sums over the rows of the batch; where the
 *  cost is a mean, dY already holds its 1/batch.
 *  @param      batch  rows of X and Y; with 0 rows dW and db are zero
 *  @param      in     columns of X and W, at least 1
 *  @param      out    columns of Y, rows of W, at least 1
 *  @param      x      X, batch × in, as in the forward pass
 *  @param      w      W, out × in, as in the forward pass
 *  @param      dy     dY, batch × out
 *  @param[out] dw     dW, out × in, overwritten
 *  @param[out] db     out numbers, overwritten
 *  @param[out] dx     dX, batch × in, overwritten; NULL if it is not wanted (the first
 *                     layer of a network has no use for it)
 *
 *  No output overlaps an input or another output. A NaN or an infinity goes wherever the
 *  arithmetic takes it; only a product with an element of dY that is 0 may be left out,
 *  as a BLAS does, even if the other factor is not finite. */
void linear_backward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                     const real *dy, real *dw, real *db, real *dx);

/** Backward pass of Y = max(X, 0), element by element: dx_i = dy_i where x_i > 0, and 0
 *  where x_i ≤ 0. The kink has the slope 0. A NaN in x lets dy_i through, as the forward
 *  pass lets the NaN through.
 *  @param      count  number of elements
 *  @param      x      what went into the forward pass
 *  @param      dy     gradient with respect to its result
 *  @param[out] dx     gradient with respect to x; may be dy itself */
void relu_backward(size_t count, const real *x, const real *dy, real *dx);

/** @} */

#endif
