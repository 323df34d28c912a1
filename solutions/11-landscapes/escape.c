/** @exercise 11.6 Time to leave
 *  @points 10
 *
 *  Gradient descent stays in the valley where it starts. With the noise of a batch of
 *  $b$ samples it does not stay forever:
 *
 *  $$ x \leftarrow x - \eta \left( f'(x) + \frac{\sigma}{\sqrt b}\, \xi \right) . $$
 *
 *  Write the number of steps until $x$ is outside of the valley, and an estimate of its
 *  mean. Runs that last too long are cut off. From them you know only that they last
 *  longer than the limit, and neither may be done: to leave them out, or to count them
 *  as if they had ended there.
 *
 *  @hint Is the start looked at? After how many steps is the time 1? Which values of
 *        $x$ are *not inside*, NaN included? For the mean: if each step is a coin that
 *        says "leave" with probability $q$, how do you estimate $q$ from all tosses?
 *  @hint A loop over $t$ from 0 that first asks `!(x > left && x < right)` and then
 *        steps, unless $t$ is the limit. For the mean add up `time` of the runs that
 *        escaped and `limit` of the others, and divide by the number of those that
 *        escaped. The standard error is that divided by the root of the number.
 *  @plot batches batch mean
 *  @commentary Leaving out the runs that were cut off is the most common mistake in
 *  such a table, and the more it hides the longer the times are: with a limit far below
 *  the mean it estimates half of the limit, whatever the mean is. Counting them as
 *  escapes at the limit gives at most the limit. Times are exponentially distributed
 *  only where the valley is left rarely; the first steps, on the way to the bottom, are
 *  not. */
#include "optim/escape.h"
#include "optim/todo.h"

#include <stdbool.h>
#include <tgmath.h>

size_t escape_time(const struct escape_chain *chain, real x, size_t limit, noise_fn *draw,
                   void *source)
{
    // BEGIN SOLUTION
    const real scale = chain->deviation / sqrt((real)chain->batch);
    for (size_t t = 0; t <= limit; t++) {
        if (!(x > chain->left && x < chain->right))
            return t;
        if (t < limit)
            x -= chain->lr * (chain->slope(x, chain->context) + scale * draw(source));
    }
    return limit + 1;
    // END SOLUTION
}

struct escape_estimate escape_mean(size_t runs, const size_t *time, size_t limit)
{
    // BEGIN SOLUTION
    struct escape_estimate estimate = {(real)INFINITY, (real)INFINITY, 0};
    real steps = 0;
    for (size_t i = 0; i < runs; i++) {
        const bool escaped = time[i] <= limit;
        estimate.escaped += escaped;
        steps += (real)(escaped ? time[i] : limit);
    }
    if (estimate.escaped) {
        estimate.mean = steps / (real)estimate.escaped;
        estimate.error = estimate.mean / sqrt((real)estimate.escaped);
    }
    return estimate;
    // END SOLUTION
}
