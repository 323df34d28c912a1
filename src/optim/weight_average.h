/** @file weight_average.h
 *  @brief Averages of the parameters: the last ones, or all with fading weights (exercise
 *         8.6).
 *  @ingroup ch08 */
#ifndef DESCENT_WEIGHT_AVERAGE_H
#define DESCENT_WEIGHT_AVERAGE_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** The last `window` parameter vectors, all equally important: LAWA. */
struct weight_queue {
    size_t n;      ///< Number of parameters.
    size_t window; ///< Vectors in a full queue, at least 1.
    size_t count;  ///< Vectors in the queue now, 0 to `window`.
    size_t next;   ///< The row that the next vector overwrites, below `window`.
    real *row;     ///< window × n numbers, the vectors; owned.
};

/** Prepares an empty queue.
 *  @param[out] queue   overwritten; release it with weight_queue_free()
 *  @param      n       number of parameters; 0 is allowed
 *  @param      window  vectors in a full queue
 *  @return DESCENT_OK, DESCENT_ERANGE if `window` is 0 or window × n numbers are more
 *          than memory can be asked for, or DESCENT_ENOMEM. After a failure
 *          weight_queue_free() is allowed and does nothing. */
enum descent_status weight_queue_init(struct weight_queue *queue, size_t n,
                                      size_t window);

/** Takes in a vector; when the queue is full, the oldest one leaves it. The rows are
 *  filled in their order, from row 0. Allocates nothing; work in proportion to n, not to
 *  the window.
 *  @param queue  initialized
 *  @param theta  n numbers, finite or NaN */
void weight_queue_push(struct weight_queue *queue, const real *theta);

/** The mean of the vectors in the queue. A NaN makes its coordinate NaN until the vector
 *  has left the queue, and no longer. Reading changes nothing. Allocates nothing.
 *  @param      queue  initialized
 *  @param[out] mean   n numbers, overlapping the queue nowhere; all NaN if it is empty.
 *                     The error is below 10^-12 of the largest of the numbers averaged,
 *                     however many were pushed before, if their sum is finite and the
 *                     window at most 1000 */
void weight_queue_mean(const struct weight_queue *queue, real *mean);

/** Releases the memory. May be called twice.
 *  @param queue  initialized, or all zero */
void weight_queue_free(struct weight_queue *queue);

/** The moving average of chapter 1, for vectors. */
struct weight_ema {
    size_t n;   ///< Number of parameters.
    real beta;  ///< β, the share of the past.
    real power; ///< β^t, kept as a running product; 1 at first.
    real *raw;  ///< a_t = β a_{t-1} + (1 - β) θ_t with a_0 = 0, n numbers, never
                ///< corrected in place; owned.
};

/** Prepares an average without vectors.
 *  @param[out] ema   overwritten; release it with weight_ema_free()
 *  @param      n     number of parameters; 0 is allowed
 *  @param      beta  β, 0 ≤ β < 1
 *  @return DESCENT_OK, DESCENT_ERANGE if β is outside its range or not a number, or
 *          DESCENT_ENOMEM. After a failure weight_ema_free() is allowed and does nothing.
 */
enum descent_status weight_ema_init(struct weight_ema *ema, size_t n, real beta);

/** Takes in a vector. A NaN makes its coordinate NaN for good. Allocates nothing.
 *  @param ema    initialized
 *  @param theta  n numbers, finite or NaN */
void weight_ema_push(struct weight_ema *ema, const real *theta);

/** The average, corrected for its start at 0: a_t / (1 - β^t). Reading changes nothing.
 *  Allocates nothing.
 *  @param      ema   initialized
 *  @param[out] mean  n numbers, overlapping the average nowhere; all NaN if nothing was
 *                    pushed */
void weight_ema_mean(const struct weight_ema *ema, real *mean);

/** Releases the memory. May be called twice.
 *  @param ema  initialized, or all zero */
void weight_ema_free(struct weight_ema *ema);

/** The β whose average agrees with that of a queue: in the long run it lags as many steps
 *  behind parameters that move along a line, and it leaves as much of the variance of
 *  independent noise.
 *  @param window  k, vectors in the queue
 *  @return β, with an error below 10^-15 while k is at most 2^52; NaN if k is 0 */
real weight_ema_beta(size_t window);

/** @} */

#endif
