/* Correct: the mean goes by parameters, each from the oldest vector on; the EWMA moves
 * toward what is new. */
#include "optim/weight_average.h"

#include <math.h>

void weight_queue_push(struct weight_queue *queue, const real *theta)
{
    for (size_t i = 0; i < queue->n; i++)
        queue->row[queue->next * queue->n + i] = theta[i];
    if (++queue->next == queue->window)
        queue->next = 0;
    queue->count += queue->count < queue->window;
}

void weight_queue_mean(const struct weight_queue *queue, real *mean)
{
    const size_t start = queue->count < queue->window ? 0 : queue->next;
    for (size_t i = 0; i < queue->n; i++) {
        real sum = 0;
        for (size_t k = 0; k < queue->count; k++)
            sum += queue->row[(start + k) % queue->window * queue->n + i];
        mean[i] = queue->count ? sum / (real)queue->count : (real)NAN;
    }
}

void weight_ema_push(struct weight_ema *ema, const real *theta)
{
    for (size_t i = 0; i < ema->n; i++)
        ema->raw[i] += (1 - ema->beta) * (theta[i] - ema->raw[i]);
    ema->power *= ema->beta;
}

void weight_ema_mean(const struct weight_ema *ema, real *mean)
{
    const real scale = 1 / (1 - ema->power);
    for (size_t i = 0; i < ema->n; i++)
        mean[i] = ema->power < 1 ? scale * ema->raw[i] : (real)NAN;
}

real weight_ema_beta(size_t window)
{
    return window ? 1 - 2 / ((real)window + 1) : (real)NAN;
}
