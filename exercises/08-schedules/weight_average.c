/** @exercise 8.6 Averages of weights
 *  @points 15
 *
 *  Near a minimum, mini-batches shake the parameters about a point that none of them is
 *  at. A small learning rate shakes less. But one can also let them shake and take the
 *  mean. Write both averages of section "The simple moving average" and section
 *  "Forgetting a little at every step" for vectors: of the last k, kept in a queue, and
 *  of all, with the weights (1 - β)β^j of an EWMA that starts at 0 and is corrected on
 *  reading.
 *
 *  The queue is read once an epoch and filled every step or so. So filling it copies one
 *  vector, and only reading costs k of them. It has no running sum, so nothing can drift,
 *  and a NaN is gone when its vector is.
 *
 *  When do the two agree? Ask for the lag: if the parameters move along a line, how many
 *  steps behind is the mean? And for the noise: if they are independent with variance 1,
 *  what variance has the mean? Find the β for which both averages have the same lag in
 *  the long run, and convince yourself that they then have the same noise, too.
 *
 *  Try it:  build/descent grade 8.6
 *  A hint:  build/descent hint 8.6
 */
#include "optim/weight_average.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

void weight_queue_push(struct weight_queue *queue, const real *theta)
{
    // TODO 8.6
    todo("8.6");
}

void weight_queue_mean(const struct weight_queue *queue, real *mean)
{
    // TODO 8.6
    todo("8.6");
}

void weight_ema_push(struct weight_ema *ema, const real *theta)
{
    // TODO 8.6
    todo("8.6");
}

void weight_ema_mean(const struct weight_ema *ema, real *mean)
{
    // TODO 8.6
    todo("8.6");
}

real weight_ema_beta(size_t window)
{
    // TODO 8.6
    todo("8.6");
}
