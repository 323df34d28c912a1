/** @file ewma_decay.h
 *  @brief λ from a half-life, a span or a center of mass, and back (exercise 1.3).
 *  @ingroup ch01 */
#ifndef DESCENT_EWMA_DECAY_H
#define DESCENT_EWMA_DECAY_H

#include "optim/real.h"

/** @addtogroup ch01
 *  @{ */

/** @param halflife  samples after which a weight has halved, above 0, finite
 *  @return the λ of that half-life; NaN outside the range. */
real ewma_lambda_from_halflife(real halflife);

/** @param span  window of the simple average whose samples are as old on average, at
 *               least 1, finite
 *  @return the λ of that span; NaN outside the range. */
real ewma_lambda_from_span(real span);

/** @param com  center of mass: the average age of a sample, the newest having age 0; at
 *              least 0, finite
 *  @return the λ of that center of mass; NaN outside the range. */
real ewma_lambda_from_com(real com);

/** @param lambda  λ, 0 < λ < 1
 *  @return the half-life in samples; NaN outside the range. */
real ewma_halflife(real lambda);

/** @param lambda  λ, 0 ≤ λ < 1
 *  @return the span in samples; NaN outside the range. */
real ewma_span(real lambda);

/** @param lambda  λ, 0 ≤ λ < 1
 *  @return the center of mass in samples; NaN outside the range. */
real ewma_com(real lambda);

/** @} */

#endif
