/** @file lbfgs_direction.h
 *  @brief The direction of L-BFGS, by two loops over the pairs (exercise 5.3).
 *  @ingroup ch05 */
#ifndef DESCENT_LBFGS_DIRECTION_H
#define DESCENT_LBFGS_DIRECTION_H

#include "optim/curvature_pairs.h"
#include "optim/real.h"

/** @addtogroup ch05
 *  @{ */

/** d = -H g, where H is what the BFGS update makes of the start H₀ = (sᵀy / yᵀy) I, with
 *  the newest pair, by all pairs that are there, from the oldest to the newest. Without a
 *  pair H is I. Takes 4 n products a pair, and allocates nothing.
 *  @param         pairs  initialized; its `alpha` is written to, nothing else
 *  @param         g      gradient, n numbers. An infinity or a NaN in it makes numbers
 *                        of d infinite or NaN.
 *  @param[out]    d      n numbers; overlaps nothing
 *  @see Nocedal (1980), Mathematics of Computation 35(151); Nocedal and Wright (2006),
 *       algorithm 7.4 and equation 7.20. */
void lbfgs_direction(struct curvature_pairs *pairs, const real *g, real *d);

/** @} */

#endif
