/* sma.c: simple moving average.
 *
 *     s_t = (x_t + x_{t-1} + … + x_{t-w+1}) / w
 *
 *     window  w   samples in the window      sum    their running sum
 *     ring        the samples themselves     fresh  sum of those since the wrap
 *
 * Invariant: sum is what at most 2w additions and w subtractions leave of the samples in
 * the ring. Each time the ring wraps, `fresh` holds the plain sum of exactly those
 * samples and replaces `sum`, so rounding errors do not pile up however long the series
 * is. */
#include "optim/sma.h"

#include <stdlib.h>
#include <tgmath.h>

enum descent_status sma_init(struct sma *sma, size_t window)
{
    *sma = (struct sma){.window = window};
    if (window == 0)
        return DESCENT_ERANGE;
    sma->ring = calloc(window, sizeof *sma->ring);
    return sma->ring ? DESCENT_OK : DESCENT_ENOMEM;
}

// [sma-update]
void sma_update(struct sma *sma, real x)
{
    sma->sum += x - sma->ring[sma->next];
    sma->fresh += x;
    sma->ring[sma->next] = x;
    sma->next = (sma->next + 1) % sma->window;
    if (sma->next == 0) {
        sma->sum = sma->fresh;
        sma->fresh = 0;
    }
    if (sma->count < sma->window)
        sma->count++;
}
// [sma-update]

real sma_value(const struct sma *sma)
{
    return sma->count ? sma->sum / (real)sma->count : (real)NAN;
}

void sma_free(struct sma *sma)
{
    free(sma->ring);
    sma->ring = NULL;
}
