/** @file one_cycle.h
 *  @brief One rise and one fall of the learning rate, the momentum the other way round
 *         (exercise 8.2).
 *  @ingroup ch08 */
#ifndef DESCENT_ONE_CYCLE_H
#define DESCENT_ONE_CYCLE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** How to get from one value to the next. */
enum one_cycle_way {
    ONE_CYCLE_COSINE, ///< Along half a cosine, level at both ends.
    ONE_CYCLE_LINE,   ///< Along a line.
};

/** The shape of the schedule. */
struct one_cycle {
    size_t total;   ///< T, steps in all, at least 1.
    real peak;      ///< The largest rate, finite and at least 0.
    real rise;      ///< Share of the steps that rise, 0 to 1. Default 0.3.
    real start_div; ///< The first rate is peak / start_div; finite, at least 1. Default
                    ///< 25.
    real final_div; ///< The last rate is the *first* one / final_div; finite, at least 1.
                    ///< Default 10^4.
    real beta_low;  ///< Momentum at the peak, 0 to beta_high. Default 0.85.
    real beta_high; ///< Momentum at both ends, below 1. Default 0.95.
    enum one_cycle_way way; ///< Default ONE_CYCLE_COSINE.
};

/** @return the defaults named above, with total = 1 and peak = 1. */
struct one_cycle one_cycle_defaults(void);

/** The learning rate of a step. Step 1 has the first rate, step T the last. The peak is
 *  at p = rise · T, which need not be a whole number. Steps before p are on the way up
 *  from step 1, those from p on, on the way down to step T. Two borders: with p ≤ 1 no
 *  step rises, and the first has what the way down from p has there; with p = T all
 *  steps rise, and step T has the peak.
 *  @param schedule  the shape
 *  @param t         number of the step, counted from 1; after step T the last rate stays
 *  @return the rate, with an error below 10^-12 `peak`; NaN if a field is outside its
 *          range or t is 0
 *  @see Smith and Topin (2019), arXiv:1708.07120; the form with cosines and three rates
 *       is that of PyTorch and of fast.ai's version 1. */
real one_cycle(const struct one_cycle *schedule, size_t t);

/** The momentum β of a step: `beta_high` where the rate is the first or the last,
 *  `beta_low` at the peak, on the same ways between.
 *  @param schedule  the shape
 *  @param t         number of the step, counted from 1; after step T it stays
 *  @return the momentum, with an error below 10^-12; NaN if a field is outside its range
 *          or t is 0 */
real one_cycle_beta(const struct one_cycle *schedule, size_t t);

/** @} */

#endif
