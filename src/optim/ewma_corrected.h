/** @file ewma_corrected.h
 *  @brief EWMA with bias correction (exercise 1.2).
 *  @ingroup ch01 */
#ifndef DESCENT_EWMA_CORRECTED_H
#define DESCENT_EWMA_CORRECTED_H

#include "optim/real.h"
#include "optim/status.h"

/** @addtogroup ch01
 *  @{ */

/** An average that starts at zero and is corrected when it is read. */
struct ewma_corrected {
    real lambda; ///< λ, the share of the past.
    real raw; ///< a_t = λ a_{t-1} + (1 - λ) x_t with a_0 = 0; never corrected in place.
    real power; ///< λ^t, kept as a running product.
};

/** Prepares an average without samples. Allocates nothing.
 *  @param[out] ewma    overwritten on success, untouched on failure
 *  @param      lambda  λ, 0 ≤ λ < 1
 *  @return DESCENT_OK, or DESCENT_ERANGE if λ is outside its range or not a number. */
enum descent_status ewma_corrected_init(struct ewma_corrected *ewma, real lambda);

/** Takes in one sample. One that is NaN makes the average NaN for good.
 *  @param ewma  initialized by ewma_corrected_init()
 *  @param x     the sample, finite or NaN */
void ewma_corrected_update(struct ewma_corrected *ewma, real x);

/** Reads the corrected average a_t / (1 - λ^t). Reading changes nothing: twice in a row
 *  gives the same number, and the samples that follow are averaged as if nobody had read.
 *  @param ewma  initialized by ewma_corrected_init()
 *  @return the corrected average; NaN before the first sample.
 *  @see Kingma and Ba (2015), Adam, section 3. */
real ewma_corrected_value(const struct ewma_corrected *ewma);

/** @} */

#endif
