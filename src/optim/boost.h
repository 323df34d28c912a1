/** @file boost.h
 *  @brief Newton's method in gradient boosting: leaf values and splits (exercise 5.7).
 *  @ingroup ch05 */
#ifndef DESCENT_BOOST_H
#define DESCENT_BOOST_H

#include "optim/real.h"
#include <stdbool.h>
#include <stddef.h>

/** @addtogroup ch05
 *  @{ */

/** What a tree is charged. */
struct boost_config {
    real lambda; ///< λ of λ/2 (leaf value)², finite and at least 0.
    real gamma;  ///< γ, the price of one leaf more, finite and at least 0.
    real least;  ///< Least sum of second derivatives in a leaf, finite and at least 0.
};

/** A split of sorted samples in two. */
struct boost_split {
    bool found;     ///< Whether a split is worth its price.
    size_t left;    ///< Samples in the left leaf; 0 if none is found.
    real threshold; ///< Left is what lies below it; NaN if none is found.
    real gain;      ///< By how much it lowers the cost; 0 if none is found.
};

/** The value w that minimizes Gw + ½(H + λ)w², the cost of a leaf to second order.
 *  @param g       G, sum of the first derivatives of the samples' costs
 *  @param h       H, sum of the second, at least 0
 *  @param lambda  λ, at least 0
 *  @return -G / (H + λ); 0 if H + λ is 0; NaN if an argument is infinite, NaN or outside
 *          its range
 *  @see Chen and Guestrin (2016), equation 5. */
real boost_leaf(real g, real h, real lambda);

/** Looks for the best split of samples by one feature. The gain of a split is
 *
 *      ½ [ G_l² / (H_l + λ) + G_r² / (H_r + λ) - G² / (H + λ) ] - γ
 *
 *  with the sums over the left, the right and all samples; a quotient whose H + λ is 0
 *  counts as 0. Allowed is a split between samples with different x, if the sum of h in
 *  both leaves is at least `least`. Allocates nothing.
 *  @param n       samples; 0 is allowed
 *  @param x       the feature, n finite numbers in ascending order
 *  @param g       first derivatives, n finite numbers
 *  @param h       second derivatives, n finite numbers, at least 0 each
 *  @param config  in its ranges
 *  @return the allowed split with the largest gain, if that is above 0; of equal ones the
 *          leftmost. Its threshold is halfway between the two samples at the split, or
 *          the right one of them where rounding would make it the left one. If an
 *          argument is infinite, NaN, outside its range or out of order: none is found,
 *          and the gain is NaN.
 *  @see Chen and Guestrin (2016), equation 7 and algorithm 1. */
struct boost_split boost_best_split(size_t n, const real *x, const real *g, const real *h,
                                    struct boost_config config);

/** @} */

#endif
