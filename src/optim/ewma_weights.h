/** @file ewma_weights.h
 *  @brief How an EWMA weighs its samples (exercise 1.1).
 *  @ingroup ch01 */
#ifndef DESCENT_EWMA_WEIGHTS_H
#define DESCENT_EWMA_WEIGHTS_H

#include "optim/real.h"
#include <stdint.h>

/** @addtogroup ch01
 *  @{ */

/** The weight of one sample in the average: α (1-α)^age, where α = 1 - λ.
 *
 *  These functions take α and not λ, because a λ closer to 1 than 10^-16 is 1 in double
 *  precision, while an α of 10^-20 is an ordinary number.
 *  @param alpha  α, the share of the newest sample, 0 < α ≤ 1
 *  @param age    how many samples are newer, any value
 *  @return the weight, with a relative error below 10^-12 wherever it is above 10^-300;
 *          NaN if α is outside its range. */
real ewma_weight(real alpha, uint64_t age);

/** The sum of the weights of the `n` newest samples: 1 - (1-α)^n.
 *  @param alpha  α, 0 < α ≤ 1
 *  @param n      number of samples; the sum over none is 0
 *  @return the sum, with a relative error below 10^-14 for every α and n; NaN if α is
 *          outside its range. Takes the same time for every n. */
real ewma_weight_sum(real alpha, uint64_t n);

/** The inverse of ewma_weight_sum(): how many of the newest samples hold a given share of
 *  the weight.
 *  @param alpha  α, 0 < α < 1
 *  @param share  the share of the weight, 0 ≤ share < 1
 *  @return the n, not rounded to an integer, for which 1 - (1-α)^n = share, with a
 *          relative error below 10^-14; NaN if an argument is outside its range. */
real ewma_window(real alpha, real share);

/** @} */

#endif
