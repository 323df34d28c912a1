/** @exercise 8.1 Up and down
 *  @points 10
 *
 *  A triangular schedule lets the learning rate rise along a line from `low` to `high`
 *  and fall back, for ever. Smith writes, with $i$ counted from 0 and $h$ steps from the
 *  foot to the top,
 *
 *  $$ k = \lfloor 1 + \frac{i}{2h} \rfloor, \quad x = \left| \frac{i}{h} - 2k + 1
 *     \right|, \quad \eta = \text{low} + (\text{high} - \text{low}) \max(0, 1 - x). $$
 *
 *  Notes often leave out what $k$ is, and without it the formula is nothing. Here steps
 *  count from 1, so $i = t - 1$. Write it for both modes: triangles of the same height,
 *  and each half as high as the one before.
 *
 *  The first rise is also an experiment, the *range test*: train while the rate grows,
 *  and note where the cost begins to rise. To try a rate $r$ in such a test, how many
 *  steps must it last? Find the first step whose rate is at least $r$, without going
 *  through the steps before it.
 *
 *  @hint Where in its triangle is a step? Take whole triangles off first, with integers:
 *        they have no rounding errors, however large t is. Do you need an absolute value
 *        then? For the inverse: the rates of the first rise are sorted.
 *  @hint With $i = t - 1$, the quotient $q$ of $i$ and $h$ says which side of which
 *        triangle it is: even is up, $q/2$ is the triangle's number. The remainder over
 *        $h$ is how far along that side. The height halves with each triangle, so it is
 *        a power of two. For the first step of a rate, handle the borders, then bisect
 *        between step 1, which is too low, and step $h + 1$, which is high enough.
 *  @plot zigzag t rate
 *  @commentary PyTorch's CyclicLR computes $k$ and $x$ in floating point; with integers
 *  the schedule is as exact at step 10^15 as at step 1. Bisection needs only that the
 *  rates do not fall on the way up, so the answer agrees with `triangular` to the last
 *  bit. Who solves the equation of the line and rounds up is off by one step where
 *  rounding decides. */
#include "optim/triangular.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_shape(const struct triangular *schedule)
{
    return schedule->low >= 0 && schedule->high >= schedule->low &&
           isfinite(schedule->high) && schedule->half > 0 &&
           (schedule->mode == TRIANGULAR_CONSTANT || schedule->mode == TRIANGULAR_HALVED);
}

// END SOLUTION
real triangular(const struct triangular *schedule, size_t t)
{
    // BEGIN SOLUTION
    if (!is_shape(schedule) || t == 0)
        return (real)NAN;
    const size_t half = schedule->half, side = (t - 1) / half, along = (t - 1) % half;
    real share = (real)(side % 2 ? half - along : along) / (real)half;
    if (schedule->mode == TRIANGULAR_HALVED)
        share *= exp2(-(real)(side / 2));
    return schedule->low + (schedule->high - schedule->low) * share;
    // END SOLUTION
}

size_t triangular_first(const struct triangular *schedule, real rate)
{
    // BEGIN SOLUTION
    if (!is_shape(schedule) || !isfinite(rate))
        return 0;
    size_t below = 0, enough = schedule->half + 1;
    if (!(triangular(schedule, enough) >= rate))
        return 0;
    while (enough - below > 1) {
        size_t middle = below + (enough - below) / 2;
        if (triangular(schedule, middle) >= rate)
            enough = middle;
        else
            below = middle;
    }
    return enough;
    // END SOLUTION
}
