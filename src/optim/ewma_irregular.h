/** @file ewma_irregular.h
 *  @brief EWMA of samples that come at irregular times (exercise 1.5).
 *  @ingroup ch01 */
#ifndef DESCENT_EWMA_IRREGULAR_H
#define DESCENT_EWMA_IRREGULAR_H

#include "optim/real.h"
#include "optim/status.h"

/** @addtogroup ch01
 *  @{ */

enum {
    /** The longest half-life, in units of time. A longer one makes λ so close to 1 that
     *  it has few digits left: choose a longer unit. */
    EWMA_IRREGULAR_LONGEST = 1000000
};

/** The average of all samples so far, where a sample that is Δt old has the weight
 *  λ^Δt. */
struct ewma_irregular {
    real lambda; ///< λ, the decay over one unit of time.
    real time;   ///< When the newest sample came; -INFINITY before the first.
    real sum;    ///< Σ λ^Δt x over the samples so far.
    real weight; ///< Σ λ^Δt.
};

/** Prepares an average without samples. Allocates nothing.
 *  @param[out] ewma      overwritten on success, untouched on failure
 *  @param      halflife  time after which a weight has halved, above 0, at most
 *                        #EWMA_IRREGULAR_LONGEST, in the unit of time of the samples
 *  @return DESCENT_OK, or DESCENT_ERANGE if the half-life is outside its range or not a
 *          number. */
enum descent_status ewma_irregular_init(struct ewma_irregular *ewma, real halflife);

/** Takes in one sample.
 *  @param ewma  initialized by ewma_irregular_init(); untouched on failure
 *  @param time  when the sample came, finite, not before the one before it. Two samples
 *               may share a time: they count alike.
 *  @param x     the sample, finite or infinite
 *  @return DESCENT_OK, or the first of these that holds: DESCENT_ENAN if `time` or `x` is
 *          not a number, DESCENT_ERANGE if `time` is infinite, DESCENT_EORDER if it is
 *          before the newest sample's. */
enum descent_status ewma_irregular_update(struct ewma_irregular *ewma, real time, real x);

/** @param ewma  initialized by ewma_irregular_init()
 *  @return Σ λ^Δt x / Σ λ^Δt; NaN before the first sample. */
real ewma_irregular_value(const struct ewma_irregular *ewma);

/** @} */

#endif
