/** @file layer_norm_backward.h
 *  @brief The backward pass of layer normalization (exercise 9.7).
 *  @ingroup ch09 */
#ifndef DESCENT_LAYER_NORM_BACKWARD_H
#define DESCENT_LAYER_NORM_BACKWARD_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** Backward pass of layer normalization, row by row:
 *
 *      y_i = gain_i (x_i - μ) / √(v + ε) + bias_i
 *
 *  with the row's mean μ and its variance v, divided by n. They are computed again, in
 *  two passes, so that a row far from 0 loses no more digits than its differences have
 *  lost.
 *  @param      rows   samples; with 0 dgain and dbias are zero
 *  @param      n      features, at least 1; with 1 dx is zero
 *  @param      x      rows × n, as in the forward pass
 *  @param      gain   n gains, as in the forward pass
 *  @param      eps    ε, finite and above 0
 *  @param      dy     rows × n, the gradient of the cost with respect to y
 *  @param[out] dx     rows × n, the gradient with respect to x, overwritten; may be dy
 *  @param[out] dgain  n numbers, overwritten: sums over the rows
 *  @param[out] dbias  n numbers, overwritten: sums over the rows. A NaN in a row of x or
 *                     dy stays in that row of dx; in dgain and dbias it goes where the
 *                     arithmetic takes it.
 *  @return DESCENT_OK; or DESCENT_ERANGE if n is 0 or ε is outside its range: then
 *          nothing is written
 *  @see Ba, Kiros and Hinton (2016), arXiv:1607.06450, equations 4 and 5. */
enum descent_status layer_norm_backward(size_t rows, size_t n, const real *x,
                                        const real *gain, real eps, const real *dy,
                                        real *dx, real *dgain, real *dbias);

/** @} */

#endif
