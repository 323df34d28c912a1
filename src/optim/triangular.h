/** @file triangular.h
 *  @brief A learning rate that rises and falls along lines, again and again (exercise
 *         8.1).
 *  @ingroup ch08 */
#ifndef DESCENT_TRIANGULAR_H
#define DESCENT_TRIANGULAR_H

#include "optim/real.h"
#include <stddef.h>

/** @addtogroup ch08
 *  @{ */

/** What becomes of the height of the triangles. */
enum triangular_mode {
    TRIANGULAR_CONSTANT, ///< All are as high. PyTorch: `triangular`.
    TRIANGULAR_HALVED,   ///< Each is half as high as the one before. `triangular2`.
};

/** The shape of the schedule. */
struct triangular {
    real low;    ///< The rate between two triangles, finite and at least 0.
    real high;   ///< The rate at the top of the first, finite and at least `low`.
    size_t half; ///< Steps from the foot of a triangle to its top, at least 1.
    enum triangular_mode mode; ///< What becomes of the height.
};

/** The learning rate of a step. The first step has the rate `low`; `half` steps later
 *  comes the first one with the rate `high`, and after as many steps the next one with
 *  `low`. So the cycle that step t belongs to is number k = ⌊1 + (t - 1) / (2 half)⌋.
 *  @param schedule  the shape
 *  @param t         number of the step, counted from 1
 *  @return the rate, between `low` and `high`, with an error below 10^-12 `high` while t
 *          is at most 2^53; NaN if a field is outside its range or t is 0
 *  @see Smith (2017), Cyclical Learning Rates for Training Neural Networks, section 3.2.
 */
real triangular(const struct triangular *schedule, size_t t);

/** The first step whose rate is at least the given one: in a range test, where the
 *  training had got to when it began to go wrong.
 *  @param schedule  the shape
 *  @param rate      finite
 *  @return the smallest t with triangular(schedule, t) ≥ rate, in the same time for every
 *          `half` up to 2^52; 0 if there is none, if a field is outside its range or if
 *          `rate` is not a number or infinite */
size_t triangular_first(const struct triangular *schedule, real rate);

/** @} */

#endif
