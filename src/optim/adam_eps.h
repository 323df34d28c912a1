/** @file adam_eps.h
 *  @brief Adam's ε before and after the correction (exercise 3.7).
 *  @ingroup ch03 */
#ifndef DESCENT_ADAM_EPS_H
#define DESCENT_ADAM_EPS_H

#include "optim/real.h"
#include <stdint.h>

/** @addtogroup ch03
 *  @{ */

/** The ε̂ with which ADAM_EPS_BEFORE takes the same step as ADAM_EPS_AFTER with ε.
 *  @param eps    ε, finite and at least 0
 *  @param beta2  β₂, 0 ≤ β₂ < 1
 *  @param t      number of the step, at least 1
 *  @return ε̂ with a relative error of a few ε of the machine for every β₂ and t, or NaN
 *          if an argument is outside its range. Takes the same time for every t.
 *  @see Kingma and Ba (2015), ICLR, end of section 2. */
real adam_eps_before(real eps, real beta2, uint64_t t);

/** The inverse of adam_eps_before(): the ε with which ADAM_EPS_AFTER takes the same step
 *  as ADAM_EPS_BEFORE with `eps_hat`.
 *  @param eps_hat  ε̂, finite and at least 0
 *  @param beta2    β₂, 0 ≤ β₂ < 1
 *  @param t        number of the step, at least 1
 *  @return ε, as accurate; NaN if an argument is outside its range. */
real adam_eps_after(real eps_hat, real beta2, uint64_t t);

/** How long the two places differ: the first step at which ε̂ is within a share of ε.
 *  @param beta2  β₂, 0 < β₂ < 1
 *  @param share  how much of ε may be missing, 0 < share < 1
 *  @return the t, not rounded to an integer, for which ε̂ = (1 - share) ε, with a
 *          relative error below 10^-13 as long as share ≤ 0.9 (above that, β₂^t is so
 *          close to 1 that its logarithm may lose digits); NaN if an argument is outside
 *          its range. */
real adam_eps_settled(real beta2, real share);

/** @} */

#endif
