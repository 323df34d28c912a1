/** @file sgdr.h
 *  @brief Two schedules that can go on: warm restarts, and warm-up, stable, decay
 *         (exercise 8.5).
 *  @ingroup ch08 */
#ifndef DESCENT_SGDR_H
#define DESCENT_SGDR_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** Cosines that start again. */
struct sgdr {
    size_t first;  ///< Steps of the first cycle, at least 1.
    size_t growth; ///< Each next cycle is as many times as long, at least 1.
    real floor;    ///< What the cosine falls to, 0 ≤ floor ≤ 1.
};

/** The multiplier of a step. The first step of a cycle has 1. In a cycle of n steps, i
 *  steps later it is floor + (1 - floor) (1 + cos(π i / n)) / 2; the floor itself would
 *  come with the step that starts the next cycle, and has 1.
 *  @param schedule  the shape
 *  @param t         number of the step, counted from 1
 *  @return the multiplier, with an error below 10^-12 while t is at most 2^53, in at most
 *          64 rounds of a loop for every t; NaN if a field is outside its range or t is 0
 *  @see Loshchilov and Hutter (2017), ICLR, equation 5. */
real sgdr(const struct sgdr *schedule, size_t t);

/** How many steps the first cycles have together, so that a run can end where a cycle
 *  does.
 *  @param schedule  the shape
 *  @param cycles    how many
 *  @return the number of the last step before restart number `cycles`; 0 for no cycles,
 *          for a field outside its range, or if the number is larger than SIZE_MAX */
size_t sgdr_steps(const struct sgdr *schedule, size_t cycles);

/** How the rate comes down in the end. */
enum wsd_way {
    WSD_LINE, ///< 1 - x, x being the share of the decay that is done.
    WSD_ROOT, ///< 1 - √x: fast at first, then slowly.
};

/** Warm-up, stable, decay. */
struct wsd {
    size_t warmup; ///< Steps of warm-up; 0 for none.
    size_t decay;  ///< Steps of decay; 0 for none. warmup + decay ≤ total.
    size_t total;  ///< Steps in all, at least 1.
    real floor;    ///< The multiplier of the last step of the decay, 0 ≤ floor ≤ 1.
    enum wsd_way way; ///< How the decay goes.
};

/** The multiplier of a step: t / warmup up to the end of the warm-up, then 1 up to step
 *  total - decay, then floor + (1 - floor)(1 - x), or (1 - √x), with x = (t - (total -
 *  decay)) / decay; from step `total` on it stays where it is.
 *  @param schedule  the shape
 *  @param t         number of the step, counted from 1
 *  @return the multiplier, between 0 and 1, with an error below 10^-12 while t is at most
 *          2^53; NaN if a field is outside its range or t is 0
 *  @see Hu and others (2024), MiniCPM, arXiv:2404.06395; the root: Hägele and others
 *       (2024), arXiv:2405.18392. */
real wsd(const struct wsd *schedule, size_t t);

/** @} */

#endif
