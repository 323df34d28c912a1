/** @file warmup_cosine.h
 *  @brief A learning rate that rises, then falls along a cosine (exercise 6.5).
 *  @ingroup ch06 */
#ifndef DESCENT_WARMUP_COSINE_H
#define DESCENT_WARMUP_COSINE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch06
 *  @{ */

/** The shape of the schedule. */
struct warmup_cosine {
    size_t warmup; ///< Steps of warm-up, at most `total`; 0 for none.
    size_t total;  ///< Steps in all, at least 1.
    /** The multiplier from step `total` on, 0 ≤ floor ≤ 1; only if the warm-up ends with
     *  that very step, it is 1 there. */
    real floor;
};

/** The multiplier of the step, for the field `schedule` of AdamW and SGDW or for a
 *  learning rate. It rises along a line through 0 at t = 0 and 1 at t = warmup, so that
 *  already the first step moves, and then falls along half a cosine to `floor` at t =
 *  total, where it stays.
 *  @param schedule  the shape
 *  @param t         number of the step, counted from 1; at 0 the multiplier is that of a
 *                   step before the first: 0 with a warm-up, 1 without
 *  @return the multiplier, between 0 and 1; NaN if a field is outside its range
 *  @see Loshchilov and Hutter (2017), ICLR, equation 5; warm-up: Goyal et al. (2017),
 *       arXiv:1706.02677, section 2.2. */
real warmup_cosine(const struct warmup_cosine *schedule, size_t t);

/** How many full steps the whole schedule is worth: the sum of the multipliers of the
 *  steps 1 to `total`.
 *  @param schedule  the shape
 *  @return the sum, with a relative error below 10^-12, in the same time for every
 *          `total`; NaN if a field is outside its range */
real warmup_cosine_sum(const struct warmup_cosine *schedule);

/** @} */

#endif
