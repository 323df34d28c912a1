/** @file series.h
 *  @brief Noisy series with a known level, for averages to be tried on.
 *  @ingroup lab */
#ifndef DESCENT_SERIES_H
#define DESCENT_SERIES_H

#include "lab/rng.h"
#include "optim/real.h"
#include <stddef.h>

/** @addtogroup lab
 *  @{ */

/** The level: a slow wave around 1 with a jump of 1 in the middle.
 *  @param n  length of the series, at least 1
 *  @param i  index, 0 to n-1
 *  @return 1 + sin(2π i / n) / 2 + [i ≥ n/2] */
real series_level(size_t n, size_t i);

/** Fills x with the level plus normal noise.
 *  @param      n      length of the series
 *  @param[out] x      n samples, owned by the caller
 *  @param      noise  standard deviation of the noise, at least 0
 *  @param      rng    advanced */
void series_noisy(size_t n, real *x, real noise, struct rng *rng);

/** Fills t with the times of a Poisson process: gaps are independent and exponential with
 *  mean 1.
 *  @param      n    how many times
 *  @param[out] t    n increasing times, owned by the caller; the first is a gap above 0
 *  @param      rng  advanced */
void series_times(size_t n, real *t, struct rng *rng);

/** @} */

#endif
