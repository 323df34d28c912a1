/* Correct: one formula, a mean of 1 and the floor with weights that the clamped share
 * of the steps decides; the borders first. */
#include "optim/warmup_cosine.h"

#include <math.h>

real warmup_cosine(const struct warmup_cosine *schedule, size_t t)
{
    const size_t w = schedule->warmup, end = schedule->total;
    const real floor = schedule->floor;
    if (!end || w > end || isnan(floor) || floor < 0 || floor > 1)
        return (real)NAN;
    if (w > 0 && t < w)
        return 1 - (real)(w - t) / (real)w;
    real share = end > w ? fmin(1, (real)(t - w) / (real)(end - w)) : t > w;
    real wave = cos(acos(-1) * share);
    return (1 + wave) / 2 + floor * (1 - wave) / 2;
}

/* The means of the line and of the cosine, and what the ends have beyond them. */
real warmup_cosine_sum(const struct warmup_cosine *schedule)
{
    const real line = (real)schedule->warmup, all = (real)schedule->total;
    const real floor = schedule->floor;
    if (isnan(warmup_cosine(schedule, 1)))
        return (real)NAN;
    real area = line / 2 + (all - line) * (1 + floor) / 2;
    return area + (line > 0) / 2.0 - (all > line) * (1 - floor) / 2;
}
