/** @file gradient_check.h
 *  @brief Compares a gradient with central differences (exercise 0.1).
 *  @ingroup ch00 */
#ifndef DESCENT_GRADIENT_CHECK_H
#define DESCENT_GRADIENT_CHECK_H

#include "optim/objective.h"
#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** What a check has found. */
struct gradient_check {
    real error;   ///< The largest error of a coordinate; 0 if n = 0.
    size_t worst; ///< The coordinate that has it, the first of several; 0 if n = 0.
};

/** How far to go to each side of a coordinate.
 *  @param theta  the coordinate, finite
 *  @param scale  the size below which changes of it matter as little as at 0, from 1e-30
 *                to 1e30
 *  @return ε^(1/3) max(|theta|, scale), with ε = #REAL_EPSILON; NaN outside these ranges
 */
real difference_step(real theta, real scale);

/** Compares the gradient that a function reports with central differences of its values:
 *
 *      d_i = (f₊ - f₋) / (θ₊ - θ₋)
 *
 *  where θ₊ and θ₋ are the numbers to which θ_i + h_i and θ_i - h_i are rounded, h_i is
 *  difference_step(), and f₊ and f₋ are the values with θ_i replaced by them. Rounding
 *  alone may make d_i wrong by ν_i = ε (|f₊| + |f₋|) / (θ₊ - θ₋). The error of coordinate
 *  i is what goes beyond that:
 *
 *      max(0, |g_i - d_i| - ν_i) / max(|g_i|, |d_i|),    0 if |g_i - d_i| ≤ ν_i
 *
 *  f is evaluated once with its gradient, at θ, and 2n times without.
 *  @param         n        number of parameters; 0 is allowed
 *  @param         f        the function
 *  @param         context  for f
 *  @param[in,out] theta    the point, n numbers; afterwards as before, bit by bit
 *  @param         scale    see difference_step()
 *  @param[out]    g        the gradient that f reports, n numbers
 *  @param[out]    d        the differences, n numbers
 *  @param[out]    found    the largest error
 *  @return DESCENT_OK. DESCENT_ERANGE if the scale is outside its range: f is not called.
 *          DESCENT_ENAN if a θ_i is infinite or NaN: f is not called; or if f at θ or a
 *          g_i is: f is not called again. In these three cases d is NaN, the error is NaN
 *          and worst is 0. DESCENT_ENAN also if an f₊ or f₋ is infinite or NaN: that d_i
 *          is NaN, the others are as above, the error is NaN, and worst is the first such
 *          i.
 *  @see Dennis and Schnabel (1996), Numerical Methods for Unconstrained Optimization and
 *       Nonlinear Equations, sections 5.4 and 5.6. */
enum descent_status gradient_check(size_t n, objective_fn *f, void *context, real *theta,
                                   real scale, real *g, real *d,
                                   struct gradient_check *found);

/** @} */

#endif
