/** @exercise 8.5 Schedules that can go on
 *  @points 10
 *
 *  The cosine of exercise 6.5 must know when the run ends. Two schedules need not.
 *
 *  SGDR starts the cosine again at its end, each time m times as long. Just before each
 *  restart the rate is small, and there the run may be stopped. Write its multiplier, and
 *  the number of steps after which c cycles are complete: with cycles of 10, 20, 40 …
 *  steps, 5 of them take 310.
 *
 *  Warm-up, stable, decay keeps the rate, and only its last part falls. A run of another
 *  length shares all but that part. Write its multiplier, for a decay along a line and
 *  one along 1 - √x.
 *
 *  Steps count from 1. So the first step of a cosine has the multiplier 1, and a cycle of
 *  one step is all 1.
 *
 *  Try it:  build/descent grade 8.5
 *  A hint:  build/descent hint 8.5
 */
#include "optim/sgdr.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <stdint.h>
#include <tgmath.h>

real sgdr(const struct sgdr *schedule, size_t t)
{
    // TODO 8.5
    todo("8.5");
}

size_t sgdr_steps(const struct sgdr *schedule, size_t cycles)
{
    // TODO 8.5
    todo("8.5");
}

real wsd(const struct wsd *schedule, size_t t)
{
    // TODO 8.5
    todo("8.5");
}
