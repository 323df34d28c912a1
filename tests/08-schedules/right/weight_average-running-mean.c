/* Correct: a running mean of the rows, newest last or not; β from the lag. */
#include "optim/weight_average.h"

#include <math.h>
#include <string.h>

void weight_queue_push(struct weight_queue *queue, const real *theta)
{
    real *row = queue->row + queue->n * queue->next++;
    for (const real *end = row + queue->n; row < end;)
        *row++ = *theta++;
    queue->next %= queue->window;
    if (queue->count != queue->window)
        queue->count += 1;
}

void weight_queue_mean(const struct weight_queue *queue, real *mean)
{
    for (size_t i = 0; i < queue->n; i++) {
        mean[i] = queue->count ? queue->row[i] / (real)queue->count : (real)NAN;
        for (size_t k = 1; k < queue->count; k++)
            mean[i] += queue->row[k * queue->n + i] / (real)queue->count;
    }
}

void weight_ema_push(struct weight_ema *ema, const real *theta)
{
    const real fresh = 1 - ema->beta;
    ema->power = ema->beta * ema->power;
    for (size_t i = ema->n; i-- > 0;)
        ema->raw[i] = fresh * theta[i] + ema->beta * ema->raw[i];
}

void weight_ema_mean(const struct weight_ema *ema, real *mean)
{
    if (ema->n > 0)
        memcpy(mean, ema->raw, ema->n * sizeof *mean);
    for (size_t i = 0; i < ema->n; i++)
        mean[i] /= 1 - ema->power;
}

real weight_ema_beta(size_t window)
{
    real lag = ((real)window - 1) / 2;
    return window == 0 ? (real)NAN : lag / (lag + 1);
}
