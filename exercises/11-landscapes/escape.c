/** @exercise 11.6 Time to leave
 *  @points 10
 *
 *  Gradient descent stays in the valley where it starts. With the noise of a batch of b
 *  samples it does not stay forever:
 *
 *      x ← x - η(f'(x) + σ/√b ξ).
 *
 *  Write the number of steps until x is outside of the valley, and an estimate of its
 *  mean. Runs that last too long are cut off. From them you know only that they last
 *  longer than the limit, and neither may be done: to leave them out, or to count them as
 *  if they had ended there.
 *
 *  Try it:  build/descent grade 11.6
 *  A hint:  build/descent hint 11.6
 */
#include "optim/escape.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

size_t escape_time(const struct escape_chain *chain, real x, size_t limit, noise_fn *draw,
                   void *source)
{
    // TODO 11.6
    todo("11.6");
}

struct escape_estimate escape_mean(size_t runs, const size_t *time, size_t limit)
{
    // TODO 11.6
    todo("11.6");
}
