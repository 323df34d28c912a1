/** @exercise 12.1 Time to target
 *  @points 10   @needs 1.2
 *
 *  Two optimizers are compared by the time that each takes to reach a target. A cost of
 *  mini-batches is noisy: the first of its values at or below the target is there by
 *  luck. So smooth the curve by the corrected average of exercise 1.2, and find the first
 *  time at which the smoothed curve is at or below the target,
 *
 *  $$ T = t_{i-1} + (t_i - t_{i-1})\, \frac{s_{i-1} - c}{s_{i-1} - s_i} , $$
 *
 *  where $c$ is the target, and $i$ the first point with $s_i \le c$. If the very first
 *  point is there already, that is the time. A target that is never reached has the time
 *  $\infty$, and a value that is not finite ends the curve.
 *
 *  @hint Which $i$ has no point before it? What is the quotient when $s_i = c$, and what
 *        when $s_{i-1}$ is only a little above $c$?
 *  @hint Check times, target and $\lambda$ first, all of them, since they may be wrong
 *        behind the place where the target is reached. Then one loop: a value that is not
 *        finite returns $\infty$; otherwise update the average, read it, and compare.
 *        Keep what you read, for the next turn.
 *  @plot run target reached
 *  @commentary An average that looks ahead, such as one over a window around each point,
 *  would make a run look better than it was when it was stopped. The corrected average
 *  lags by about $1/(1-\lambda)$ points: all methods pay alike, as long as they are
 *  measured at the same steps. An average from 0 without the correction lies below its
 *  curve in the beginning, and reaches every target at once. */
#include "optim/time_to_target.h"
#include "optim/ewma_corrected.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool times_ascend(size_t n, const real *time)
{
    for (size_t i = 0; i < n; i++)
        if (!isfinite(time[i]) || (i > 0 && !(time[i] > time[i - 1])))
            return false;
    return true;
}

// END SOLUTION
real time_to_target(size_t n, const real *time, const real *value, real target,
                    real lambda)
{
    // BEGIN SOLUTION
    struct ewma_corrected ewma;
    if (ewma_corrected_init(&ewma, lambda) || isnan(target) || !times_ascend(n, time))
        return (real)NAN;
    real before = 0;
    for (size_t i = 0; i < n; i++) {
        if (!isfinite(value[i]))
            return (real)INFINITY;
        ewma_corrected_update(&ewma, value[i]);
        const real now = ewma_corrected_value(&ewma);
        if (now <= target && i == 0)
            return time[i];
        if (now <= target)
            return time[i - 1] +
                   (time[i] - time[i - 1]) * ((before - target) / (before - now));
        before = now;
    }
    return (real)INFINITY;
    // END SOLUTION
}
