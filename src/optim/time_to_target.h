/** @file time_to_target.h
 *  @brief When a noisy curve has come down to a target (exercise 12.1).
 *  @ingroup ch12 */
#ifndef DESCENT_TIME_TO_TARGET_H
#define DESCENT_TIME_TO_TARGET_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch12
 *  @{ */

/** The first time at which the smoothed curve is at or below a target. Smoothed is the
 *  corrected average of exercise 1.2, s_i of value_0 … value_i: it looks at nothing that
 *  comes later, so a run may stop as soon as the answer is known. Between two points the
 *  smoothed curve is a straight line, and the time is where that line meets the target;
 *  before the first point there is no curve. A point at the target has reached it.
 *
 *  A value that is not finite ends the curve: the run has diverged, and what comes later
 *  does not count, whatever it is. Accurate to a few units in the last place of the times
 *  and of the smoothed values, divided by the slope of the line. Allocates nothing.
 *  @param n       number of points; with 0 the target is never reached
 *  @param time    n times, finite, each above the one before: steps, or seconds
 *  @param value   n values, such as costs; any numbers
 *  @param target  any number but NaN
 *  @param lambda  λ of the average, 0 ≤ λ < 1; with 0 nothing is smoothed
 *  @return the time; infinity if the target is never reached; NaN if a time, the target
 *          or λ is outside its range, even if the target is reached before that time */
real time_to_target(size_t n, const real *time, const real *value, real target,
                    real lambda);

/** @} */

#endif
