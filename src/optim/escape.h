/** @file escape.h
 *  @brief How long a noisy descent stays in a valley (exercise 11.6).
 *  @ingroup ch11 */
#ifndef DESCENT_ESCAPE_H
#define DESCENT_ESCAPE_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch11
 *  @{ */

/** The slope f' of a function of one number. @param x where @param context passed through
 *  @return f'(x) */
typedef real slope_fn(real x, void *context);

/** Draws from the standard normal distribution. @param context for instance a generator
 *  @return the next number */
typedef real noise_fn(void *context);

/** Stochastic gradient descent in one dimension,
 *
 *      x ← x - η (f'(x) + σ ξ / √b) ,   ξ standard normal,
 *
 *  and the valley that it starts in. */
struct escape_chain {
    slope_fn *slope; ///< f'.
    void *context;   ///< For `slope`.
    real lr;         ///< η, learning rate, finite and at least 0.
    real deviation;  ///< σ, that of the gradient of one sample, at least 0.
    size_t batch;    ///< b, samples in a batch, at least 1.
    real left;       ///< The valley lies between this …
    real right;      ///< … and this; neither belongs to it.
};

/** Steps until the chain is outside of its valley. Each step calls `slope` and `draw`
 *  once, also where σ is 0. Allocates nothing.
 *  @param chain   what steps
 *  @param x       the start
 *  @param limit   most steps, below SIZE_MAX
 *  @param draw    draws ξ
 *  @param source  for `draw`
 *  @return the first t for which x after t steps is not in the valley, 0 if the start is
 *          not. NaN is in no valley. If the chain is still inside after `limit` steps,
 *          limit + 1. */
size_t escape_time(const struct escape_chain *chain, real x, size_t limit, noise_fn *draw,
                   void *source);

/** An estimate of the mean time of escape. */
struct escape_estimate {
    real mean;      ///< Steps; infinite if no run has escaped.
    real error;     ///< Standard error of the mean, if times are exponentially
                    ///< distributed; infinite if no run has escaped.
    size_t escaped; ///< Runs that did.
};

/** The mean time from runs of which some were cut off. If a run leaves with the same
 *  small probability in every step, the most likely mean is all steps that were seen,
 *  those of the runs that have not escaped included, over the number of escapes; and its
 *  standard error is the mean over the root of that number.
 *  @param runs   how many
 *  @param time   what escape_time() returned for each
 *  @param limit  the limit of all of them
 *  @return the estimate
 *  @see Epstein and Sobel (1953), Journal of the American Statistical Association
 *       48(263). */
struct escape_estimate escape_mean(size_t runs, const size_t *time, size_t limit);

/** @} */

#endif
