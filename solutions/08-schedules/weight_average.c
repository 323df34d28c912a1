/** @exercise 8.6 Averages of weights
 *  @points 15
 *
 *  Near a minimum, mini-batches shake the parameters about a point that none of them is
 *  at. A small learning rate shakes less. But one can also let them shake and take the
 *  mean. Write both averages of [](#sec:sma) and [](#sec:ewma) for vectors: of the last
 *  $k$, kept in a queue, and of all, with the weights $(1-\beta)\beta^j$ of an EWMA that
 *  starts at 0 and is corrected on reading.
 *
 *  The queue is read once an epoch and filled every step or so. So filling it copies one
 *  vector, and only reading costs $k$ of them. It has no running sum, so nothing can
 *  drift, and a NaN is gone when its vector is.
 *
 *  When do the two agree? Ask for the *lag*: if the parameters move along a line, how
 *  many steps behind is the mean? And for the *noise*: if they are independent with
 *  variance 1, what variance has the mean? Find the $\beta$ for which both averages have
 *  the same lag in the long run, and convince yourself that they then have the same
 *  noise, too.
 *
 *  @hint Where does the next vector go, and how many rows hold one? The lag of the queue
 *        is the mean age of its vectors, 0 to k - 1. That of the EWMA is the mean of the
 *        age j with the weights $(1-\beta)\beta^j$.
 *  @hint Keep where the next row is, modulo the window, and a count that stops at the
 *        window. Read with a loop over rows that adds, and divide by the count; if that
 *        is 0, all is NaN without a special case, as 0/0. The EWMA is that of 1.2 with a
 *        loop. The lags are $(k-1)/2$ and $\beta/(1-\beta)$; the variances $1/k$ and
 *        $(1-\beta)/(1+\beta)$.
 *  @plot series t mean-of-the-last-10
 *  @commentary $\beta = (k-1)/(k+1)$ is what pandas calls a span of k (1.3). The
 *  agreement in both says that between these two there is no free choice: less noise
 *  costs lag.
 *  Libraries: PyTorch's AveragedModel, optax' ema, timm's ModelEmaV3. */
#include "optim/weight_average.h"
#include "optim/todo.h"

#include <string.h>
#include <tgmath.h>

void weight_queue_push(struct weight_queue *queue, const real *theta)
{
    // BEGIN SOLUTION
    const size_t n = queue->n;
    if (n > 0)
        memcpy(queue->row + queue->next * n, theta, n * sizeof *theta);
    queue->next = (queue->next + 1) % queue->window;
    if (queue->count < queue->window)
        queue->count++;
    // END SOLUTION
}

void weight_queue_mean(const struct weight_queue *queue, real *mean)
{
    // BEGIN SOLUTION
    const size_t n = queue->n;
    for (size_t i = 0; i < n; i++)
        mean[i] = 0;
    for (size_t k = 0; k < queue->count; k++)
        for (size_t i = 0; i < n; i++)
            mean[i] += queue->row[k * n + i];
    for (size_t i = 0; i < n; i++)
        mean[i] /= (real)queue->count;
    // END SOLUTION
}

void weight_ema_push(struct weight_ema *ema, const real *theta)
{
    // BEGIN SOLUTION
    const real beta = ema->beta;
    ema->power *= beta;
    for (size_t i = 0; i < ema->n; i++)
        ema->raw[i] = beta * ema->raw[i] + (1 - beta) * theta[i];
    // END SOLUTION
}

void weight_ema_mean(const struct weight_ema *ema, real *mean)
{
    // BEGIN SOLUTION
    for (size_t i = 0; i < ema->n; i++)
        mean[i] = ema->raw[i] / (1 - ema->power);
    // END SOLUTION
}

real weight_ema_beta(size_t window)
{
    // BEGIN SOLUTION
    const real k = (real)window;
    return window > 0 ? (k - 1) / (k + 1) : (real)NAN;
    // END SOLUTION
}
