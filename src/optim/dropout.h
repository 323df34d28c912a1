/** @file dropout.h
 *  @brief Inverted dropout, forward and backward (exercise 9.6).
 *  @ingroup ch09 */
#ifndef DESCENT_DROPOUT_H
#define DESCENT_DROPOUT_H

#include "optim/real.h"
#include "optim/status.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** Drops units at random in training, and none otherwise. A unit with p ≤ u_i is kept and
 *  multiplied by 1 / (1 - p), so that its mean over u is what it was; one with u_i < p is
 *  dropped: it becomes 0, whatever it was, NaN and infinities included.
 *  @param      n     number of units
 *  @param      p     the probability that a unit is dropped, 0 to 1. With 0 nothing is
 *                    changed, with 1 everything is dropped.
 *  @param      u     n numbers, uniform in [0, 1), which decide; or NULL when the network
 *                    is not being trained: then y = x, and everything is kept
 *  @param      x     n numbers
 *  @param[out] kept  n flags, overwritten: what the backward pass has to know
 *  @param[out] y     n numbers, overwritten; may be x
 *  @return DESCENT_OK; or DESCENT_ERANGE if p is outside its range or NaN, even if u is
 *          NULL: then kept and y are untouched
 *  @see Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov (2014), JMLR 15; the
 *       inverted form is in section 10. */
enum descent_status dropout_forward(size_t n, real p, const real *u, const real *x,
                                    bool *kept, real *y);

/** The backward pass of a step in training: a unit that was dropped has no influence, and
 *  its gradient is 0 whatever dy is; one that was kept passes its gradient on with the
 *  factor it had itself.
 *  @param      n     number of units
 *  @param      p     as in the forward pass
 *  @param      kept  n flags of the forward pass
 *  @param      dy    n numbers, the gradient with respect to y
 *  @param[out] dx    n numbers, the gradient with respect to x, overwritten; may be dy
 *  @return DESCENT_OK; or DESCENT_ERANGE if p is outside its range or NaN: then dx is
 *          untouched */
enum descent_status dropout_backward(size_t n, real p, const bool *kept, const real *dy,
                                     real *dx);

/** The variance that dropout adds to a weighted sum of units, Var Σ w_i y_i over u with x
 *  fixed: p / (1 - p) Σ (w_i x_i)². It is what a network in training has to live with.
 *  @param n  number of units
 *  @param p  0 to 1
 *  @param w  n finite numbers
 *  @param x  n finite numbers
 *  @return the variance. With p = 1 it is 0, since y is always 0; if p is outside its
 *          range or NaN, NaN. */
real dropout_variance(size_t n, real p, const real *w, const real *x);

/** @} */

#endif
