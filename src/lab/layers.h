/** @file layers.h
 *  @brief Forward pass of a linear layer and of ReLU, for a batch at a time.
 *  @ingroup lab
 *
 *  Matrices are row-major without gaps, one sample per row. The backward passes are an
 *  exercise: see optim/layers_backward.h. */
#ifndef DESCENT_LAYERS_H
#define DESCENT_LAYERS_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** Y = X Wᵀ + 1 bᵀ: every sample gets out weighted sums of its in features.
 *  @param      batch  rows of X and Y; with 0 rows nothing is done
 *  @param      in     columns of X and W, at least 1
 *  @param      out    columns of Y, rows of W, at least 1
 *  @param      x      X, batch × in
 *  @param      w      W, out × in: row i holds the weights of unit i
 *  @param      b      out biases
 *  @param[out] y      Y, batch × out, overwritten; overlaps no input */
void linear_forward(size_t batch, size_t in, size_t out, const real *x, const real *w,
                    const real *b, real *y);

/** y_i = max(x_i, 0); a NaN stays a NaN.
 *  @param      count  number of elements
 *  @param      x      the elements
 *  @param[out] y      count elements; may be x itself */
void relu_forward(size_t count, const real *x, real *y);

/** @} */

#endif
