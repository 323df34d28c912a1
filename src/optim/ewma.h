/** @file ewma.h
 *  @brief Exponentially weighted moving average, with a choice of start value.
 *  @ingroup ch01 */
#ifndef DESCENT_EWMA_H
#define DESCENT_EWMA_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch01
 *  @{ */

/** What the average is before it has a history of its own. */
enum ewma_start {
    EWMA_START_ZERO,  ///< a_0 = 0. Biased toward 0 until λ^t has died out.
    EWMA_START_FIRST, ///< a_1 = x_1: the first sample counts as the whole past.
    EWMA_START_MEAN,  ///< a_t is the plain mean of the samples up to t = `warmup`.
};

/** Hyper-parameters. */
struct ewma_config {
    real lambda;           ///< λ, the share of the past, 0 ≤ λ < 1. Default 0.9.
    enum ewma_start start; ///< Default EWMA_START_ZERO, as in optax `ema` and in Adam.
    size_t warmup;         ///< Samples in the first mean, at least 1; only for
                           ///< EWMA_START_MEAN. Default 10.
};

/** The average: O(1) memory and O(1) work a sample. */
struct ewma {
    struct ewma_config config; ///< As given to ewma_init().
    size_t count;              ///< t, samples taken in so far.
    real average;              ///< a_t.
};

/** @return λ = 0.9, start at zero, a warm-up of 10 samples. */
struct ewma_config ewma_defaults(void);

/** @param config  hyper-parameters
 *  @return NULL if every field is in its range; otherwise a constant sentence that names
 *          the first field that is not, and its range. */
const char *ewma_check(const struct ewma_config *config);

/** Prepares an average without samples. Allocates nothing, so nothing is to be released.
 *  @param[out] ewma    overwritten
 *  @param      config  hyper-parameters
 *  @return DESCENT_OK, or DESCENT_ERANGE if ewma_check() objects. */
enum descent_status ewma_init(struct ewma *ewma, struct ewma_config config);

/** Takes in one sample: a_t = λ a_{t-1} + (1 - λ) x_t.
 *  A sample that is NaN makes the average NaN for good.
 *  @param ewma  initialized by ewma_init()
 *  @param x     the sample
 *  @see Roberts (1959), Technometrics 1(3). */
void ewma_update(struct ewma *ewma, real x);

/** @param ewma  initialized by ewma_init()
 *  @return a_t; before the first sample, 0. */
real ewma_value(const struct ewma *ewma);

/** @} */

#endif
