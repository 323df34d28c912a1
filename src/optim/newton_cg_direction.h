/** @file newton_cg_direction.h
 *  @brief Newton's direction by conjugate gradients, cut short (exercise 5.5).
 *  @ingroup ch05 */
#ifndef DESCENT_NEWTON_CG_DIRECTION_H
#define DESCENT_NEWTON_CG_DIRECTION_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** Multiplies a symmetric matrix by a vector.
 *  @param      n        their size
 *  @param      v        n numbers
 *  @param[out] hv       n numbers
 *  @param      context  passed through untouched */
typedef void product_fn(size_t n, const real *v, real *hv, void *context);

/** How the iteration ended. */
enum cg_status {
    CG_CONVERGED, ///< The residual is short enough.
    CG_CURVATURE, ///< A direction p with pᵀHp ≤ 0, infinite or NaN was met.
    CG_LIMIT,     ///< As many products as allowed were taken.
    CG_INVALID,   ///< The gradient or the tolerance is not as it has to be.
};

/** Solves H d = -g by conjugate gradients from d = 0, until ‖H d + g‖ ≤ tolerance ‖g‖.
 *  Where a direction p has pᵀHp ≤ 0, or an infinite pᵀHp or NaN, it ends with the d so
 *  far; if that is the first direction, with d = -g. So d leads down wherever g is not 0.
 *  One product an iteration; allocates nothing.
 *  @param      n          number of parameters; 0 is allowed
 *  @param      product    multiplies by H
 *  @param      context    for `product`
 *  @param      g          gradient, n finite numbers
 *  @param      tolerance  η, 0 ≤ η < 1
 *  @param      limit      most products; with 0 d is -g and the status CG_LIMIT
 *  @param      work       room for 3 n numbers
 *  @param[out] d          n numbers; overlaps nothing. With CG_INVALID it is 0; with
 *                         g = 0 too, and the status is CG_CONVERGED
 *  @param[out] products   how many products were taken; NULL if that is not wanted
 *  @return how it ended
 *  @see Nocedal and Wright (2006), algorithm 7.1; Dembo and Steihaug (1983),
 *       Mathematical Programming 26(2). */
enum cg_status newton_cg_direction(size_t n, product_fn *product, void *context,
                                   const real *g, real tolerance, size_t limit,
                                   real *work, real *d, size_t *products);

/** @} */

#endif
