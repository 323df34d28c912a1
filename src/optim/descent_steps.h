/** @file descent_steps.h
 *  @brief How many steps of gradient descent are enough (exercise 0.3).
 *  @ingroup ch00 */
#ifndef DESCENT_DESCENT_STEPS_H
#define DESCENT_DESCENT_STEPS_H

#include "optim/real.h"

/** @addtogroup ch00
 *  @{ */

/* Each function returns the smallest integer k for which the guarantee that it names is
 * reached after k steps of gradient descent with the step 1/L. k = 0 is the start. The
 * number is exact wherever it can be told in floating point from its neighbors, for
 * arguments from 1e-150 to 1e150; it is infinite if it exceeds all numbers. Where an
 * argument is outside its range, infinite or NaN, NaN is returned. */

/** f convex: f(θ_k) - f* ≤ ε is certain for
 *
 *      L r² / 2 ≤ ε if k = 0,      L r² / (2k) ≤ ε if k ≥ 1
 *  @param ell     L, the Lipschitz constant of the gradient, above 0
 *  @param radius  r = ‖θ_0 - θ*‖, at least 0
 *  @param eps     ε, above 0
 *  @return k, or NaN */
real steps_convex(real ell, real radius, real eps);

/** f strongly convex: f(θ_k) - f* ≤ ε is certain for (L r² / 2) (1 - μ/L)^k ≤ ε.
 *  @param mu      μ, above 0 and at most L
 *  @param ell     L, above 0
 *  @param radius  r = ‖θ_0 - θ*‖, at least 0
 *  @param eps     ε, above 0
 *  @return k, or NaN; also where 1 - μ/L cannot be told from 1 */
real steps_strongly_convex(real mu, real ell, real radius, real eps);

/** f not convex: one of ‖∇f(θ_0)‖ … ‖∇f(θ_(k-1))‖ is certainly at most ε for
 *  √(2LΔ/k) ≤ ε.
 *  @param ell  L, above 0
 *  @param gap  Δ = f(θ_0) - inf f, at least 0
 *  @param eps  ε, above 0
 *  @return k, at least 1 because at least one gradient must be looked at; or NaN */
real steps_stationary(real ell, real gap, real eps);

/** @} */

#endif
