/** @file schedules.h
 *  @brief Multipliers of the learning rate that need nothing but the number of the step.
 *  @ingroup ch08
 *
 *  Multiply them with each other for a schedule that warms up and then decays. */
#ifndef DESCENT_SCHEDULES_H
#define DESCENT_SCHEDULES_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** A rise along a line: t / warmup, then 1.
 *  @param warmup  steps of warm-up; 0 for none
 *  @param t       number of the step, counted from 1
 *  @return the multiplier, above 0 and at most 1; NaN if t is 0
 *  @see Goyal and others (2017), arXiv:1706.02677, section 2.2. */
real linear_warmup(size_t warmup, size_t t);

/** A fall in steps: factor^⌊(t - 1) / every⌋.
 *  @param every   steps between two falls, at least 1
 *  @param factor  what a fall multiplies by, 0 to 1
 *  @param t       number of the step, counted from 1
 *  @return the multiplier; NaN if an argument is outside its range or t is 0
 *  @see PyTorch's StepLR. */
real step_decay(size_t every, real factor, size_t t);

/** A fall by the same factor in each step: factor^(t - 1).
 *  @param factor  what a step multiplies by, 0 to 1
 *  @param t       number of the step, counted from 1
 *  @return the multiplier; NaN if an argument is outside its range or t is 0
 *  @see PyTorch's ExponentialLR. */
real exponential_decay(real factor, size_t t);

/** @} */

#endif
