/** @file cross_entropy.h
 *  @brief Log-sum-exp and the softmax cross-entropy (exercise 3.5).
 *  @ingroup ch03 */
#ifndef DESCENT_CROSS_ENTROPY_H
#define DESCENT_CROSS_ENTROPY_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch03
 *  @{ */

/** log Σ exp z_i, for logits of any size: nothing overflows on the way.
 *  @param k  number of logits; the sum over none is 0, so the result for none is -∞
 *  @param z  k logits. -∞ is allowed and adds nothing to the sum.
 *  @return the logarithm, with an error of a few units in the last place of the largest
 *          |z_i| or of 1, whichever is larger; -∞ if all logits are; NaN if one is not a
 *          number, whatever the others are; otherwise +∞ if one is. */
real log_sum_exp(size_t k, const real *z);

/** The cross-entropy of the softmax, -log p_label with p_i = exp z_i / Σ exp z_j, and its
 *  gradient with respect to the logits, p_i - [i = label].
 *  @param      k      number of classes
 *  @param      z      k logits. -∞ rules a class out; +∞ and NaN spoil the result.
 *  @param      label  the true class, 0 to k-1
 *  @param[out] dz     k numbers for the gradient, or NULL if it is not wanted; must not
 *                     overlap z
 *  @return the cost, never negative beyond a rounding error, +∞ if the true class is
 *          ruled out. If a logit is NaN or +∞, if all classes are ruled out, or if
 *          `label` is not below k: NaN, and dz is all NaN.
 *  @see Blanchard, Higham and Higham (2021), IMA Journal of Numerical Analysis 41(4), on
 *       the rounding errors of the shifted formulas. */
real softmax_cross_entropy(size_t k, const real *z, size_t label, real *dz);

/** @} */

#endif
