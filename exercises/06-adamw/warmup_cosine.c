/** @exercise 6.5 Warm up, then cool down
 *  @points 10
 *
 *  In its first steps Adam knows little of the size of the gradients, so one starts with
 *  small steps; near the end the noise of the mini-batches should be averaged out, so one
 *  ends with small steps, too. The usual schedule multiplies the whole step by
 *
 *      s_t =
 *          t/T_0 if t ≤ T_0;
 *          f + (1 - f) 1/2 (1 + cos π (t - T_0)/(T - T_0)) if T_0 < t < T;
 *          f if t ≥ T
 *
 *  with T_0 steps of warm-up, T steps in all and the floor f. Where two lines hold, at
 *  t = T_0 = T, the upper one counts. Steps count from 1. Write it, with its borders: no
 *  warm-up, nothing but warm-up, and steps after the last.
 *
 *  How many full steps is the whole schedule worth? Find the sum of its multipliers
 *  s_1 + … + s_T in closed form, exactly and for every floor, and write that, too.
 *
 *  Try it:  build/descent grade 6.5
 *  A hint:  build/descent hint 6.5
 */
#include "optim/warmup_cosine.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    // TODO 6.5
    todo("6.5");
}

real warmup_cosine_sum(const struct warmup_cosine *schedule)
{
    // TODO 6.5
    todo("6.5");
}
