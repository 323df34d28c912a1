/** @exercise 6.5 Warm up, then cool down
 *  @points 10
 *
 *  In its first steps Adam knows little of the size of the gradients, so one starts with
 *  small steps; near the end the noise of the mini-batches should be averaged out, so one
 *  ends with small steps, too. The usual schedule multiplies the whole step by
 *
 *  $$ s_t = \begin{cases} t/T_0 & t \le T_0 \\
 *     f + (1 - f)\,\frac12 \left(1 + \cos \pi\frac{t-T_0}{T-T_0}\right) & T_0 < t < T \\
 *     f & t \ge T \end{cases} $$
 *
 *  with $T_0$ steps of warm-up, $T$ steps in all and the floor $f$. Where two lines hold,
 *  at $t = T_0 = T$, the upper one counts. Steps count from 1.
 *  Write it, with its borders: no warm-up, nothing but warm-up, and steps after the last.
 *
 *  How many full steps is the whole schedule worth? Find the sum of its multipliers
 *  $s_1 + \dots + s_T$ in closed form, exactly and for every floor, and write that, too.
 *
 *  @hint Which of the three cases is step $T$ when $T_0 = T$? Test the cases in the order
 *        that never divides by 0. What is the first step's multiplier if a program counts
 *        steps from 0? For the sum, take steps of the cosine in pairs: what do two of
 *        them add up to that are as far from either end?
 *  @hint Check the ranges first. Then take the steps before $T_0$, which are on the line;
 *        then those from $T$ on; then the cosine: in this order no case divides by 0. One
 *        step may be the end of the warm-up and of all: which value does the header ask
 *        for? In the cosine, divide reals and not integers. The warm-up sums to
 *        $(T_0+1)/2$. Of the $N = T-T_0$ steps of the cosine, the last is $f$, and the
 *        others are $(1+f)/2$ on average.
 *  @plot ramp t multiplier
 *  @commentary Schedules that count from 0 multiply their first step by 0: it only fills
 *  the averages, at the price of a batch. That is what several libraries do. Multiplying
 *  the decay as well is what makes the schedule a schedule of AdamW and not of its
 *  gradient half. The sum is $T/2$ exactly if the floor is 0 and there is a warm-up: what
 *  the warm-up has too much, ½, the cosine has too little. A sum in a loop is right too,
 *  but takes as long as the schedule. */
#include "optim/warmup_cosine.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

// BEGIN SOLUTION
static bool is_shape(const struct warmup_cosine *schedule)
{
    return schedule->total > 0 && schedule->warmup <= schedule->total &&
           schedule->floor >= 0 && schedule->floor <= 1;
}

// END SOLUTION
real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    // BEGIN SOLUTION
    const size_t warmup = schedule->warmup, total = schedule->total;
    const real floor = schedule->floor;
    if (!is_shape(schedule))
        return (real)NAN;
    if (t < warmup)
        return (real)t / (real)warmup;
    if (t == warmup)
        return 1;
    if (t >= total)
        return floor;
    const real pi = (real)3.14159265358979323846;
    real share = (real)(t - warmup) / (real)(total - warmup);
    return floor + (1 - floor) * (1 + cos(pi * share)) / 2;
    // END SOLUTION
}

real warmup_cosine_sum(const struct warmup_cosine *schedule)
{
    // BEGIN SOLUTION
    if (!is_shape(schedule))
        return (real)NAN;
    const real rise = (real)schedule->warmup;
    const real fall = (real)(schedule->total - schedule->warmup);
    real sum = rise > 0 ? (rise + 1) / 2 : 0;
    if (fall > 0)
        sum += (fall - 1) * (1 + schedule->floor) / 2 + schedule->floor;
    return sum;
    // END SOLUTION
}
