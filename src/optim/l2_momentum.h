/** @file l2_momentum.h
 *  @brief What momentum makes of an L2 penalty, in closed form (exercise 6.2).
 *  @ingroup ch06 */
#ifndef DESCENT_L2_MOMENTUM_H
#define DESCENT_L2_MOMENTUM_H

#include "optim/real.h"
#include <stdint.h>

/** @addtogroup ch06
 *  @{ */

/** How much of one step's penalty has reached the parameters: MOMENTUM_LR_OUTSIDE puts
 *  λθ_0 into the velocity once, in step 1; after `steps` steps in all it has moved the
 *  parameters by -pull · θ_0.
 *  @param lr     η, learning rate, finite and at least 0
 *  @param beta   β, momentum, 0 ≤ β < 1
 *  @param l2     λ of a penalty λ/2 ‖θ‖², finite and at least 0
 *  @param steps  how many steps, any number; UINT64_MAX is as good as infinitely many
 *  @return the pull, ηλ(1 + β + … + β^{steps-1}), in closed form, with a relative error
 *          below 10^-12; NaN if an argument is outside its range. */
real l2_momentum_pull(real lr, real beta, real l2, uint64_t steps);

/** What is left of a parameter after some steps in which the penalty was all its
 *  gradient: θ_t / θ_0 for MOMENTUM_LR_OUTSIDE with v_0 = 0.
 *  @param lr     η, learning rate, finite and at least 0, with ηλ ≤ 1
 *  @param beta   β, momentum, 0 ≤ β < 1
 *  @param l2     λ of a penalty λ/2 ‖θ‖², finite and at least 0
 *  @param steps  t, any number
 *  @return the ratio, within 10^-9 of what the steps themselves give as long as β ≤ 1 -
 *          10^-6, in the same time for every t; NaN if an argument is outside its
 *          range. */
real l2_momentum_left(real lr, real beta, real l2, uint64_t steps);

/** @} */

#endif
