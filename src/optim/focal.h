/** @file focal.h
 *  @brief The focal loss, and weights for unequal classes (exercise 9.2).
 *  @ingroup ch09 */
#ifndef DESCENT_FOCAL_H
#define DESCENT_FOCAL_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch09
 *  @{ */

/** The focal loss of a sample, -α_c (1 - p_c)^γ log p_c, where p is the softmax of the
 *  logits and c the true class, and its gradient with respect to the logits. With γ = 0
 *  it is the cross-entropy. The binary focal loss of a logit z is that of the logits 0,
 *  z.
 *
 *  Accurate for logits of any size: the loss and each component of the gradient have a
 *  relative error of a few (1 + γ) units in the last place times the largest |z_i - z_j|,
 *  or times 1 if that is larger; also where p_c rounds to 1.
 *  @param      k      number of classes
 *  @param      z      k finite logits
 *  @param      label  c, the true class, 0 to k-1
 *  @param      gamma  γ, finite and at least 0
 *  @param      alpha  α, k weights of the classes, finite and at least 0; or NULL, all 1
 *  @param[out] dz     k numbers for the gradient, overwritten, or NULL if it is not
 *                     wanted; overlaps no input
 *  @return the loss, at least 0; with one class it is 0, and so is dz. If k is 0, if a
 *          logit is not finite, or if the label, γ or the true class' weight is outside
 *          its range: NaN, and dz is all NaN. The other classes' weights are not looked
 *          at.
 *  @see Lin, Goyal, Girshick, He and Dollár (2017), ICCV, equations 4 and 5. */
real focal_loss(size_t k, const real *z, size_t label, real gamma, const real *alpha,
                real *dz);

/** Weights with which all classes that there are count alike: α_i = n / (m n_i), where
 *  n_i samples are of class i, n are all, and m classes are not empty. So the mean weight
 *  of a sample is 1. An empty class has no sample that could be weighed: it gets 0.
 *  @param      k      number of classes
 *  @param      count  n_i, k numbers whose sum is below 2^53
 *  @param[out] alpha  k weights, overwritten; all 0 if there is no sample
 *  @see scikit-learn's class_weight="balanced" divides by k, empty classes included. */
void balanced_weights(size_t k, const size_t *count, real *alpha);

/** @} */

#endif
