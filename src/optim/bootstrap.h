/** @file bootstrap.h
 *  @brief Bootstrap interval of a difference, with pairs and without (exercise 12.4).
 *  @ingroup ch12 */
#ifndef DESCENT_BOOTSTRAP_H
#define DESCENT_BOOTSTRAP_H

#include "optim/real.h"
#include "optim/status.h"
#include <stddef.h>

/** @addtogroup ch12
 *  @{ */

/** A difference, and what it may be by chance. */
struct interval {
    real middle; ///< mean(a) - mean(b).
    real low;    ///< The quantile (1 - level) / 2 of the resampled differences.
    real high;   ///< The quantile (1 + level) / 2.
};

/** The percentile interval of mean(a) - mean(b) for paired results: a_i and b_i were
 *  measured under the same conditions, such as the same seed. Each resample draws n
 *  pairs with replacement, and takes the mean of their differences. The i-th draw of
 *  resample r takes the pair ⌊n u_k⌋ with k = r n + i.
 *
 *  The quantile q of the sorted means m_0 ≤ … ≤ m_last lies at the place q · last:
 *  between two means it is where the straight line between them is.
 *  @param      n          number of pairs, at least 1
 *  @param      a          n results of one method
 *  @param      b          n results of another
 *  @param      level      of the interval, above 0 and below 1, such as 0.95
 *  @param      resamples  how many, at least 1
 *  @param      u          resamples × n random numbers, uniform, each at least 0 and
 *  below 1
 *  @param[out] mean       `resamples` differences, overwritten: those of the resamples,
 *                         in ascending order
 *  @param[out] interval   overwritten
 *  @return DESCENT_OK; DESCENT_ERANGE if a size, the level or a random number is outside
 *          its range; otherwise DESCENT_ENAN if a result is not finite. After a failure
 *          nothing is written.
 *  @see Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13. */
enum descent_status bootstrap_paired(size_t n, const real *a, const real *b, real level,
                                     size_t resamples, const real *u, real *mean,
                                     struct interval *interval);

/** The same for results that do not belong together in pairs: each resample draws n
 *  results of a, with the random numbers k = 2 r n + i, and then n of b, with those
 *  n behind them.
 *  @param      n          number of results of each method, at least 1
 *  @param      a          n results of one method
 *  @param      b          n results of another
 *  @param      level      as above
 *  @param      resamples  as above
 *  @param      u          resamples × 2 n random numbers, as above
 *  @param[out] mean       as above
 *  @param[out] interval   as above
 *  @return as above */
enum descent_status bootstrap_unpaired(size_t n, const real *a, const real *b, real level,
                                       size_t resamples, const real *u, real *mean,
                                       struct interval *interval);

/** @} */

#endif
