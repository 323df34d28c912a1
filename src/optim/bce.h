/** @file bce.h
 *  @brief Binary cross-entropy of logits (exercise 9.1).
 *  @ingroup ch09 */
#ifndef DESCENT_BCE_H
#define DESCENT_BCE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** The mean over n samples of -(w y log p + (1 - y) log(1 - p)), where p = 1 / (1 + e^-z)
 *  is the probability that the logit z stands for, and its gradient with respect to the
 *  logits, ((1 - y) p - w y (1 - p)) / n. A term whose factor w y or 1 - y is 0 is 0,
 *  however large its logarithm is.
 *
 *  Accurate for logits of any size: the cost has a relative error of a few units in the
 *  last place of the sum, and so has a component of the gradient whose target is 0 or 1,
 *  also where p rounds to that target.
 *  @param      n       number of samples; with 0 there is no mean, and NaN is returned
 *  @param      z       n logits. Infinite ones are allowed: the cost of a wrong one is
 *                      +∞, its gradient that of a large finite one.
 *  @param      y       n targets, each 0 to 1; in between they are probabilities
 *  @param      weight  w, what a positive sample counts; finite and at least 0. 1 is the
 *                      plain cost.
 *  @param[out] dz      n numbers for the gradient, overwritten, or NULL if it is not
 *                      wanted; overlaps no input
 *  @return the mean cost, at least 0. If a logit is NaN or a target is outside its range,
 *          NaN, and that component of dz is NaN, too; if the weight is outside its range,
 *          NaN, and so is all of dz.
 *  @see The formula without overflow: TensorFlow's documentation of
 *       sigmoid_cross_entropy_with_logits. PyTorch calls w `pos_weight`. */
real bce_with_logits(size_t n, const real *z, const real *y, real weight, real *dz);

/** @} */

#endif
