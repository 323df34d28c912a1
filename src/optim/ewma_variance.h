/** @file ewma_variance.h
 *  @brief Exponentially weighted mean and variance (exercise 1.4).
 *  @ingroup ch01 */
#ifndef DESCENT_EWMA_VARIANCE_H
#define DESCENT_EWMA_VARIANCE_H

#include "optim/real.h"
#include "optim/status.h"

/** @addtogroup ch01
 *  @{ */

/** Weighted mean and spread of the samples so far, where the sample of age k has the
 *  weight λ^k. */
struct ewma_variance {
    real lambda;     ///< λ, the share of the past.
    real weight;     ///< W = Σ λ^k, the sum of the weights.
    real weight_sq;  ///< Q = Σ λ^2k, the sum of their squares.
    real mean;       ///< m = Σ λ^k x / W.
    real deviations; ///< S = Σ λ^k (x - m)^2.
};

/** Prepares an estimate without samples. Allocates nothing.
 *  @param[out] ewma    overwritten on success, untouched on failure
 *  @param      lambda  λ, 0 ≤ λ < 1
 *  @return DESCENT_OK, or DESCENT_ERANGE if λ is outside its range or not a number. */
enum descent_status ewma_variance_init(struct ewma_variance *ewma, real lambda);

/** Takes in one sample. A large common offset of the samples costs no accuracy beyond
 *  that of the samples themselves. A sample that is NaN makes mean and variances NaN for
 *  good.
 *  @param ewma  initialized by ewma_variance_init()
 *  @param x     the sample, finite or NaN
 *  @see West (1979), Communications of the ACM 22(9), the updating formulas. */
void ewma_variance_update(struct ewma_variance *ewma, real x);

/** @param ewma  initialized by ewma_variance_init()
 *  @return the weighted mean m; NaN before the first sample. */
real ewma_variance_mean(const struct ewma_variance *ewma);

/** @param ewma  initialized by ewma_variance_init()
 *  @return S / W, whose expectation is below the variance of independent samples; NaN
 *          before the first sample, 0 for a single one, and always 0 when λ = 0. */
real ewma_variance_biased(const struct ewma_variance *ewma);

/** @param ewma  initialized by ewma_variance_init()
 *  @return S / (W - Q / W), whose expectation is the variance of independent samples; NaN
 *          before the second sample, and when λ = 0 after any number of samples. */
real ewma_variance_corrected(const struct ewma_variance *ewma);

/** @} */

#endif
