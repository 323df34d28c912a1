/** @file quadratic_tuning.h
 *  @brief The best rates for a quadratic, and how fast they are (exercise 2.4).
 *  @ingroup ch02 */
#ifndef DESCENT_QUADRATIC_TUNING_H
#define DESCENT_QUADRATIC_TUNING_H

#include "optim/real.h"

/** @addtogroup ch02
 *  @{ */

/** Rates of MOMENTUM_LR_OUTSIDE, and what they achieve. */
struct quadratic_tuning {
    real lr;   ///< η, learning rate.
    real beta; ///< β, momentum; 0 for gradient descent.
    real rate; ///< ρ: in the long run the distance to the minimum shrinks by ρ a step.
};

/** The rates for which gradient descent is fastest on the worst quadratic whose
 *  curvatures lie between `mu` and `ell`.
 *  @param mu   μ, smallest curvature, above 0
 *  @param ell  L, largest curvature, finite and at least `mu`
 *  @return lr, beta = 0 and rate, each with a relative error below 10^-12, the rate also
 *          where it is close to 0; NaN in all three if an argument is outside its range.
 *  @see Polyak (1987), Introduction to Optimization, chapter 1. */
struct quadratic_tuning quadratic_tune_gradient(real mu, real ell);

/** The same for the heavy ball.
 *  @param mu   μ, smallest curvature, above 0
 *  @param ell  L, largest curvature, finite and at least `mu`
 *  @return lr, beta and rate, each with a relative error below 10^-12; NaN in all three
 *          if an argument is outside its range.
 *  @see Polyak (1964), USSR Computational Mathematics and Mathematical Physics 4(5). */
struct quadratic_tuning quadratic_tune_heavy_ball(real mu, real ell);

/** @} */

#endif
