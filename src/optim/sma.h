/** @file sma.h
 *  @brief Simple moving average over a window.
 *  @ingroup ch01 */
#ifndef DESCENT_SMA_H
#define DESCENT_SMA_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch01
 *  @{ */

/** The mean of the last `window` samples: O(window) memory, O(1) work a sample. */
struct sma {
    size_t window; ///< Samples in a full window, at least 1.
    size_t count;  ///< Samples in the window now, 0 to `window`.
    size_t next;   ///< Where the next sample goes in `ring`.
    real *ring;    ///< The samples, oldest overwritten first; owned.
    real sum;      ///< Sum of the samples in the window.
    real fresh;    ///< Sum of the samples written since `next` was last 0.
};

/** Prepares an empty window.
 *  @param[out] sma     overwritten; release it with sma_free()
 *  @param      window  number of samples, at least 1
 *  @return DESCENT_OK, DESCENT_ERANGE if `window` is 0, or DESCENT_ENOMEM. After a
 *          failure sma_free() is allowed and does nothing. */
enum descent_status sma_init(struct sma *sma, size_t window);

/** Takes in one sample. Allocates nothing. A sample that is not finite spoils the average
 *  until it has left the window, at most two windows later.
 *  @param sma  initialized by sma_init()
 *  @param x    the sample */
void sma_update(struct sma *sma, real x);

/** @param sma  initialized by sma_init()
 *  @return the mean of the samples in the window; NaN before the first sample. */
real sma_value(const struct sma *sma);

/** Releases the window's memory. May be called twice.
 *  @param sma  initialized, or all zero */
void sma_free(struct sma *sma);

/** @} */

#endif
