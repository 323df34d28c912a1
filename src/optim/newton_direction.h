/** @file newton_direction.h
 *  @brief Newton's direction, damped where the Hessian is not positive definite (exercise
 *  5.1).
 *  @ingroup ch05 */
#ifndef DESCENT_NEWTON_DIRECTION_H
#define DESCENT_NEWTON_DIRECTION_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** d = -(H + τI)⁻¹ g, by a Cholesky factorization. The shift τ is the first of these for
 *  which there is one: with β = 0.001 ‖H‖, ‖H‖ the root of the sum of squares of all
 *  numbers of H,
 *
 *      τ = 0 if all diagonal entries of H are above 0; otherwise β less the smallest one;
 *      then again and again the larger of 2τ and β.
 *
 *  If H is 0, τ = 1. So d is a direction of descent wherever g is not 0, and it does not
 *  change when the function is multiplied by a number. Allocates nothing.
 *  @param      n       number of parameters; 0 is allowed
 *  @param      h       the Hessian H, n × n and symmetric
 *  @param      g       gradient, n numbers
 *  @param      factor  room for n × n numbers
 *  @param[out] d       n numbers; overlaps nothing
 *  @param[out] shift   τ; NULL if it is not wanted
 *  @return DESCENT_OK; or DESCENT_ENAN if a number of H or g is infinite or NaN, then d
 *          is 0 and τ is NaN.
 *  @see Nocedal and Wright (2006), algorithm 3.3, with their β in units of ‖H‖. */
enum descent_status newton_direction(size_t n, const real *h, const real *g, real *factor,
                                     real *d, real *shift);

/** @} */

#endif
