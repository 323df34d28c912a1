/** @file projected_gradient.h
 *  @brief The projection onto a simplex, and steps that stay in a set (exercise 0.6).
 *  @ingroup ch00 */
#ifndef DESCENT_PROJECTED_GRADIENT_H
#define DESCENT_PROJECTED_GRADIENT_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch00
 *  @{ */

/** Replaces a point by the nearest point of a convex set. Allocates nothing.
 *  @param         n        number of parameters
 *  @param[in,out] theta    the point, n numbers
 *  @param         context  what the function needs to know besides
 *  @return DESCENT_OK, or why there is no nearest point */
typedef enum descent_status project_fn(size_t n, real *theta, void *context);

/** Writes the point of the simplex {x : x_i ≥ 0, Σ x_i = total} that is nearest to y.
 *
 *  There is one number τ with x_i = max(y_i - τ, 0). Nothing overflows, and adding the
 *  same number to all y_i changes nothing but their own rounding.
 *  @param      n      number of parameters
 *  @param      total  the sum, finite and at least 0; at 0 the set is the origin
 *  @param      y      n finite numbers
 *  @param[out] x      n numbers; may be y itself
 *  @return DESCENT_OK; DESCENT_ERANGE if the total is outside its range, or above 0 while
 *          n = 0: no point has this sum; otherwise DESCENT_ENAN if a y_i is infinite or
 *          NaN. After a failure x is as it was.
 *  @see Held, Wolfe and Crowder (1974), Mathematical Programming 6; Duchi and others
 *       (2008), ICML. */
enum descent_status simplex_project(size_t n, real total, const real *y, real *x);

/** One step of projected gradient descent, θ ← P(θ - η g), where P replaces a point by
 *  the nearest one of a set. Allocates nothing.
 *  @param         n        number of parameters
 *  @param         project  P
 *  @param         context  for P
 *  @param         lr       η, finite and above 0
 *  @param         g        gradient at θ, n numbers
 *  @param[in,out] theta    a point of the set, n numbers; as it was after a failure
 *  @param[out]    trial    room for n numbers; overlaps nothing
 *  @param[out]    mapping  ‖θ - P(θ - ηg)‖ / η: ‖g‖ where the set is in nobody's way, and
 *                          0 exactly at a point that meets the conditions for a minimum;
 *                          NaN after a failure
 *  @return DESCENT_OK, DESCENT_ERANGE if η is outside its range, or what P has returned
 *  @see Goldstein (1964), Bulletin of the AMS 70(5); Beck (2017), First-Order Methods in
 *       Optimization, section 10.3. */
enum descent_status projected_step(size_t n, project_fn *project, void *context, real lr,
                                   const real *g, real *theta, real *trial,
                                   real *mapping);

/** @} */

#endif
