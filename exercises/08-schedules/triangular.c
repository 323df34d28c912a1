/** @exercise 8.1 Up and down
 *  @points 10
 *
 *  A triangular schedule lets the learning rate rise along a line from low to high and
 *  fall back, for ever. Smith writes, with i counted from 0 and h steps from the foot to
 *  the top,
 *
 *      k = ⌊1 + i/(2h)⌋,
 *      x = |i/h - 2k + 1|,
 *      η = low + (high - low) max(0, 1 - x).
 *
 *  Notes often leave out what k is, and without it the formula is nothing. Here steps
 *  count from 1, so i = t - 1. Write it for both modes: triangles of the same height, and
 *  each half as high as the one before.
 *
 *  The first rise is also an experiment, the range test: train while the rate grows, and
 *  note where the cost begins to rise. To try a rate r in such a test, how many steps
 *  must it last? Find the first step whose rate is at least r, without going through the
 *  steps before it.
 *
 *  Try it:  build/descent grade 8.1
 *  A hint:  build/descent hint 8.1
 */
#include "optim/triangular.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

real triangular(const struct triangular *schedule, size_t t)
{
    // TODO 8.1
    todo("8.1");
}

size_t triangular_first(const struct triangular *schedule, real rate)
{
    // TODO 8.1
    todo("8.1");
}
