/** @exercise 12.1 Time to target
 *  @points 10   @needs 1.2
 *
 *  Two optimizers are compared by the time that each takes to reach a target. A cost of
 *  mini-batches is noisy: the first of its values at or below the target is there by
 *  luck. So smooth the curve by the corrected average of exercise 1.2, and find the first
 *  time at which the smoothed curve is at or below the target,
 *
 *      T = t_(i-1) + (t_i - t_(i-1)) (s_(i-1) - c)/(s_(i-1) - s_i),
 *
 *  where c is the target, and i the first point with s_i ≤ c. If the very first point is
 *  there already, that is the time. A target that is never reached has the time ∞, and a
 *  value that is not finite ends the curve.
 *
 *  Try it:  build/descent grade 12.1
 *  A hint:  build/descent hint 12.1
 */
#include "optim/time_to_target.h"
#include "optim/ewma_corrected.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real time_to_target(size_t n, const real *time, const real *value, real target,
                    real lambda)
{
    // TODO 12.1
    todo("12.1");
}
